package nl.schakel.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationKeyTest {
    private static final String LINE = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    @ParameterizedTest
    @ValueSource(
            strings = {
                LINE,
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8",
                "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2"
            })
    void a_published_key_is_read_and_written_as_it_was(String line) {
        VerificationKey key = VerificationKey.read(line);
        assertThat(key.line()).isEqualTo(line);
        assertThat(key).isEqualTo(VerificationKey.of(key.name(), key.type(), key.publicKey()));
    }

    @Test
    void a_key_has_another_number_under_another_name_or_kind() {
        byte[] bytes = VerificationKey.read(LINE).publicKey();
        VerificationKey log = VerificationKey.of("a", SignatureType.ED25519, bytes);
        VerificationKey witness = VerificationKey.of("a", SignatureType.COSIGNATURE, bytes);
        assertThat(log.id())
                .isNotEqualTo(witness.id())
                .isNotEqualTo(
                        VerificationKey.of("b", SignatureType.ED25519, bytes).id());
        assertThat(log).isNotEqualTo(witness);
        assertThat(log.sameKeyAs(witness)).isTrue();
    }

    @Test
    void a_key_of_the_other_algorithm_is_written_and_read() {
        VerificationKey key = VerificationKey.of("schakel.example/log", SignatureType.ML_DSA_44, new byte[1312]);
        assertThat(VerificationKey.read(key.line())).isEqualTo(key);
        assertThat(key.line()).startsWith("schakel.example/log+").contains("+BgAA");
    }

    private static String typed(int type, int length) {
        byte[] bytes = new byte[1 + length];
        bytes[0] = (byte) type;
        return "x+00000000+" + Base64.getEncoder().encodeToString(bytes);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("nothing", ""),
                Arguments.of("a name", "example.com/foo"),
                Arguments.of("no key", "example.com/foo+530d903a"),
                Arguments.of("an empty key", "example.com/foo+530d903a+"),
                Arguments.of("no name", LINE.substring(LINE.indexOf('+'))),
                Arguments.of("another name", LINE.replace("foo", "bar")),
                Arguments.of("a space in the name", LINE.replace("foo", "f o")),
                Arguments.of("a no-break space in the name", LINE.replace("foo", "f\u00a0o")),
                Arguments.of("a newline in the name", LINE.replace("foo", "f\no")),
                Arguments.of("another number", LINE.replace("530d903a", "530d903b")),
                Arguments.of("a number in capitals", LINE.replace("530d903a", "530D903A")),
                Arguments.of("a shorter number", LINE.replace("530d903a", "530d903")),
                Arguments.of("a longer number", LINE.replace("530d903a", "0530d903a")),
                Arguments.of("a space at the end", LINE + " "),
                Arguments.of("a newline at the end", LINE + "\n"),
                Arguments.of("a key that lacks a byte", LINE.substring(0, LINE.length() - 1) + "="),
                Arguments.of("another key", LINE.replace("AekyeR", "AekyeS")),
                Arguments.of("Base64 of addresses", LINE.replace("Aeky", "Ae_y")),
                Arguments.of("a kind of ECDSA", typed(2, 32)),
                Arguments.of("a kind of certificates", typed(5, 32)),
                Arguments.of("no kind at all", typed(0, 32)),
                Arguments.of("a kind that is not assigned", typed(255, 32)),
                Arguments.of("a longer Ed25519 key", typed(1, 33)),
                Arguments.of("a witness without key", typed(4, 0)),
                Arguments.of("an ML-DSA-65 key", typed(6, 1952)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void refuses(String name, String line) {
        assertThatThrownBy(() -> VerificationKey.read(line)).as(name).isInstanceOf(EvidenceRejected.class);
    }

    @Test
    void a_key_that_could_not_be_read_again_is_not_made() {
        assertThatThrownBy(() -> VerificationKey.of("a b", SignatureType.ED25519, new byte[32]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VerificationKey.of("a", SignatureType.ML_DSA_44, new byte[32]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
