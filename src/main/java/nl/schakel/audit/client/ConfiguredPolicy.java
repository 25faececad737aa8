package nl.schakel.audit.client;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nl.schakel.audit.CheckpointSigner;
import nl.schakel.audit.EvidenceRejected;
import nl.schakel.audit.PolicySource;
import nl.schakel.audit.WitnessPolicy;
import org.eclipse.microprofile.config.Config;

/** The policy in the file that {@code schakel.logboek.beleid-bestand} names, read each time, so that a change needs no restart. */
@Dependent
public class ConfiguredPolicy implements PolicySource {
    private final Optional<Path> file;
    private final CheckpointSigner signer;

    /** Reads where the file lies. */
    @Inject
    public ConfiguredPolicy(Config config, CheckpointSigner signer) {
        this(
                config.getOptionalValue("schakel.logboek.beleid-bestand", String.class)
                        .map(Path::of),
                signer);
    }

    ConfiguredPolicy(Optional<Path> file, CheckpointSigner signer) {
        this.file = file;
        this.signer = signer;
    }

    @Override
    public Optional<WitnessPolicy> policy() {
        return file.map(this::read);
    }

    private WitnessPolicy read(Path path) {
        try {
            WitnessPolicy policy = WitnessPolicy.read(Files.readAllBytes(path));
            List<String> own = signer.verificationKeys();
            if (policy.logs().stream().noneMatch(log -> own.contains(log.key().line()))) {
                throw new EvidenceRejected("het beleid noemt de sleutel van dit logboek niet");
            }
            return policy;
        } catch (IOException e) {
            throw new EvidenceRejected("het beleidsbestand is niet te lezen");
        }
    }
}
