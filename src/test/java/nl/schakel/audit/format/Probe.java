package nl.schakel.audit.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.schakel.audit.BundleCheck;
import nl.schakel.audit.LogVerdict;

/**
 * A bundle in which something is wrong, and by what it is judged.
 *
 * @param content the bytes of the bundle, each as one character
 * @param code the fault that has to be among those found
 */
record Probe(String name, String content, String policy, Optional<String> signer, Optional<String> state, String code) {

    static Probe of(String name, String bundle, String code) {
        return of(name, bundle.getBytes(StandardCharsets.UTF_8), code);
    }

    static Probe of(String name, byte[] bundle, String code) {
        return new Probe(
                name,
                new String(bundle, StandardCharsets.ISO_8859_1),
                ABundle.policy(),
                Optional.of(ABundle.SIGNER.key().line()),
                Optional.empty(),
                code);
    }

    byte[] bundle() {
        return content.getBytes(StandardCharsets.ISO_8859_1);
    }

    Probe by(String other) {
        return new Probe(name, content, other, signer, state, code);
    }

    Probe after(String known) {
        return new Probe(name, content, policy, signer, Optional.of(known), code);
    }

    Probe withoutSigner() {
        return new Probe(name, content, policy, Optional.empty(), state, code);
    }

    Probe signedBy(String line) {
        return new Probe(name, content, policy, Optional.of(line), state, code);
    }

    /** What the Java verifier says. */
    LogVerdict verdict(Path file) {
        try {
            Files.write(file, bundle());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FileBundleCheck().check(new BundleCheck.Order(file, policy, signer, state));
    }

    /** All that a verdict says of faults, on one line. */
    static String told(LogVerdict verdict) {
        return verdict.faultCount()
                + verdict.faults().stream()
                        .map(fault -> "; " + fault.code().code() + " "
                                + fault.place().line() + " "
                                + fault.place().seq() + " " + fault.place().id() + " "
                                + fault.place().member())
                        .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return name;
    }
}
