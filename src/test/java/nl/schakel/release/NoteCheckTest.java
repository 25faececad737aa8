package nl.schakel.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import nl.schakel.audit.SignatureType;
import nl.schakel.audit.VerificationKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NoteCheckTest {
    private static final TestSigner SIGNER = new TestSigner(1);
    private static final String TEXT = "schakel/vrijgave/pakket/v1\nregel twee\n";
    private static final String NOTE = SIGNER.sign(TEXT).value();
    private static final String KEY = SIGNER.verificationKey();
    // the key and note of the specification, c2sp.org/signed-note
    private static final String PUBLISHED_KEY = "example.com/foo+530cf7e9+AekyKe79MzyXDlHn5fbiZ8qPAS4OAxUBTxXnoCPE1UtN";
    private final NoteCheck check = APackage.notes();

    @Test
    void gives_the_text_of_a_right_note() {
        assertThat(check.requireSigned(NOTE, KEY)).isEqualTo(TEXT);
        assertThat(check.requireSigned(NOTE, KEY + "\n")).isEqualTo(TEXT);
    }

    @Test
    void ignores_signatures_of_others_beside_the_right_one() {
        String other = new TestSigner(2).sign(TEXT).value().substring(TEXT.length() + 1);
        assertThat(check.requireSigned(NOTE + other, KEY)).isEqualTo(TEXT);
    }

    static Stream<Arguments> wrong() {
        String signature = NOTE.substring(TEXT.length() + 1);
        return Stream.of(
                Arguments.of("another text", NOTE.replace("twee", "drie"), KEY),
                Arguments.of("a text that ends earlier", NOTE.replace("regel twee\n", ""), KEY),
                Arguments.of("another key", NOTE, new TestSigner(2).verificationKey()),
                Arguments.of("a key of the specification", NOTE, PUBLISHED_KEY),
                Arguments.of("no empty line", TEXT + signature, KEY),
                Arguments.of("no signature", TEXT + "\n", KEY),
                Arguments.of("no newline at the end", NOTE.stripTrailing(), KEY),
                Arguments.of("a hyphen for the dash", NOTE.replace('\u2014', '-'), KEY),
                Arguments.of("another name", NOTE.replace("example/vrijgave", "example/anders"), KEY),
                Arguments.of("a signature cut off", NOTE.substring(0, NOTE.length() - 8) + "\n", KEY),
                Arguments.of("a signature that is no Base64", TEXT + "\n\u2014 schakel.example/vrijgave ###\n", KEY),
                Arguments.of("an empty note", "", KEY),
                Arguments.of("an empty key", NOTE, ""),
                Arguments.of("a key without number", NOTE, KEY.substring(KEY.lastIndexOf('+') + 1)),
                Arguments.of("a key with another number", NOTE, KEY.replaceFirst("\\+[0-9a-f]{8}\\+", "+00000000+")),
                Arguments.of(
                        "a line of this key that is wrong beside a right one",
                        NOTE + wrongLine(signature.substring(1)),
                        KEY),
                Arguments.of("a witness's kind of the same key", NOTE, ofKind(SignatureType.COSIGNATURE)),
                Arguments.of("a key of another kind", NOTE, KEY.replaceFirst("\\+A[Q-Za-f]", "+Ag")));
    }

    private static String wrongLine(String signature) {
        int place = signature.length() - 6;
        char other = signature.charAt(place) == 'A' ? 'B' : 'A';
        return signature.substring(0, place) + other + signature.substring(place + 1);
    }

    private static String ofKind(SignatureType type) {
        VerificationKey key = VerificationKey.read(KEY);
        return VerificationKey.of(key.name(), type, key.publicKey()).line();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void refuses(String name, String note, String key) {
        assertThatThrownBy(() -> check.requireSigned(note, key)).as(name).isInstanceOf(PackageRejected.class);
    }
}
