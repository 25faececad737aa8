package nl.schakel.audit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nl.schakel.audit.ASigner;
import nl.schakel.audit.Checkpoint;
import nl.schakel.audit.CheckpointSigner;
import nl.schakel.audit.EvidenceRejected;
import nl.schakel.audit.SignedNote;
import nl.schakel.audit.WitnessPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfiguredPolicyTest {
    private static final ASigner LOG = ASigner.log("schakel.test/log", 1);
    private static final CheckpointSigner SIGNER = new CheckpointSigner() {
        @Override
        public String origin() {
            return LOG.key().name();
        }

        @Override
        public SignedNote sign(Checkpoint checkpoint) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String verificationKey() {
            return LOG.key().line();
        }
    };

    private static ConfiguredPolicy in(Path file) {
        return new ConfiguredPolicy(Optional.of(file), SIGNER);
    }

    @Test
    void without_a_file_there_is_no_policy() {
        assertThat(new ConfiguredPolicy(Optional.empty(), SIGNER).policy()).isEmpty();
    }

    @Test
    void a_change_of_the_file_counts_at_once(@TempDir Path folder) throws IOException {
        String log = "log " + LOG.key().line() + "\n";
        Path file = Files.writeString(folder.resolve("beleid"), log + "quorum none\n");
        ConfiguredPolicy policy = in(file);
        assertThat(policy.policy()).map(WitnessPolicy::needsNobody).contains(true);
        String witness =
                "witness w " + ASigner.witness("getuige.example/w", 2).key().line() + "\n";
        Files.writeString(file, log + witness + "quorum w\n");
        assertThat(policy.policy()).map(WitnessPolicy::needsNobody).contains(false);
    }

    @Test
    void a_policy_of_another_log_a_wrong_one_or_none_is_refused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("beleid");
        assertThatThrownBy(() -> in(file).policy()).hasMessage("het beleidsbestand is niet te lezen");
        Files.writeString(
                file, "log " + ASigner.log("schakel.test/log", 2).key().line() + "\nquorum none\n");
        assertThatThrownBy(() -> in(file).policy()).hasMessage("het beleid noemt de sleutel van dit logboek niet");
        Files.writeString(file, "quorum none\n");
        assertThatThrownBy(() -> in(file).policy()).isInstanceOf(EvidenceRejected.class);
        Files.writeString(file, "log " + LOG.key().line() + "\n");
        assertThatThrownBy(() -> in(file).policy()).isInstanceOf(EvidenceRejected.class);
    }
}
