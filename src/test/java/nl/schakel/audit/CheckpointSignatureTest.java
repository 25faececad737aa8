package nl.schakel.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class CheckpointSignatureTest {
    private static final VerificationKey KEY =
            VerificationKey.of("w.example/1", SignatureType.ML_DSA_44, new byte[1312]);

    @Test
    void the_message_of_ml_dsa_44_is_the_structure_of_the_specification() {
        byte[] root = HexFormat.of().parseHex("11".repeat(32));
        String text = Checkpoint.of("log.example", 258, root).text();
        assertThat(HexFormat.of().formatHex(CheckedSignature.message(text, KEY, 1_679_315_147L)))
                .isEqualTo(
                        "737562747265652f76310a00" // "subtree/v1", newline, zero
                                + "0b" + "772e6578616d706c652f31" // the name of the signer
                                + "00000000641850cb" // the moment
                                + "0b" + "6c6f672e6578616d706c65" // the origin
                                + "0000000000000000" // from the first leaf
                                + "0000000000000102" // up to the size
                                + "11".repeat(32));
    }

    @Test
    void only_a_checkpoint_can_be_signed_so() {
        assertThatThrownBy(() -> CheckedSignature.message("geen controlepunt\n", KEY, 1))
                .isInstanceOf(EvidenceRejected.class);
        String extended = Checkpoint.of("log.example", 0, new byte[32]).text() + "nog een regel\n";
        assertThatThrownBy(() -> CheckedSignature.message(extended, KEY, 1)).isInstanceOf(EvidenceRejected.class);
    }

    @Test
    void a_name_that_does_not_fit_in_a_byte_is_refused() {
        VerificationKey longName = VerificationKey.of("w".repeat(256), SignatureType.ML_DSA_44, new byte[1312]);
        String text = Checkpoint.of("log.example", 0, new byte[32]).text();
        assertThatThrownBy(() -> CheckedSignature.message(text, longName, 1)).isInstanceOf(EvidenceRejected.class);
    }
}
