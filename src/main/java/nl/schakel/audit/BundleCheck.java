package nl.schakel.audit;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Port of the tools, found by the service loader: judges a bundle of the log without the service that wrote it. Format and
 * checks: {@code docs/api/formats.md}.
 */
public interface BundleCheck {
    /**
     * The verdict. The bundle is read as a stream, several times, in memory that does not grow with it.
     *
     * @throws EvidenceRejected where policy, state or the signer's key are not what they should be
     * @throws java.io.UncheckedIOException where a file cannot be read
     */
    LogVerdict check(Order order);

    /**
     * What to judge, by what.
     *
     * @param bundle a file that can be read more than once
     * @param policy text of the policy: C2SP tlog-policy with one log
     * @param signer the verification key of manifests as a C2SP line, where it is known
     * @param state what this verifier kept after the last verdict without faults, as text; empty the first time
     */
    record Order(Path bundle, String policy, Optional<String> signer, Optional<String> state) {}
}
