package nl.schakel.release.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import nl.schakel.release.APackage;
import nl.schakel.release.AgeIdentity;
import nl.schakel.release.AgeKeyPair;
import nl.schakel.release.PackageRejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgeTest {
    private final AgeEncryption encryption = new AgeEncryption();
    private final AgeDecryption decryption = new AgeDecryption();
    private final AgeKeyPair researcher = decryption.newKeyPair();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 1_000_000})
    void opens_what_was_sealed_to_the_same_key(int size) throws IOException {
        byte[] clear = bytes(size);
        assertThat(open(APackage.seal(encryption, researcher, clear), researcher))
                .isEqualTo(clear);
    }

    @Test
    void begins_as_the_specification_says() throws IOException {
        byte[] sealed = APackage.seal(encryption, researcher, bytes(10));
        assertThat(new String(sealed, 0, 32, StandardCharsets.US_ASCII))
                .startsWith("age-encryption.org/v1\n-> X25519 ");
    }

    @Test
    void is_opened_by_the_library_itself_and_opens_what_the_library_sealed() throws Exception {
        byte[] clear = bytes(100_000);
        byte[] ours = APackage.seal(encryption, researcher, clear);
        try (InputStream in = Channels.newInputStream(new StandardDecryptingChannelFactory()
                .newDecryptingChannel(
                        Channels.newChannel(new ByteArrayInputStream(ours)),
                        List.of(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(
                                researcher.identity().reveal()))))) {
            assertThat(in.readAllBytes()).isEqualTo(clear);
        }
        ByteArrayOutputStream theirs = new ByteArrayOutputStream();
        try (WritableByteChannel out = new StandardEncryptingChannelFactory()
                .newEncryptingChannel(
                        Channels.newChannel(theirs),
                        List.of(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(
                                researcher.recipient().value())))) {
            out.write(ByteBuffer.wrap(clear));
        }
        assertThat(open(theirs.toByteArray(), researcher)).isEqualTo(clear);
    }

    @Test
    void stays_closed_for_another_key() throws IOException {
        byte[] sealed = APackage.seal(encryption, researcher, bytes(10));
        assertThatThrownBy(() -> open(sealed, decryption.newKeyPair()))
                .isInstanceOfAny(PackageRejected.class, IOException.class);
    }

    @Test
    void notices_any_changed_byte() throws IOException {
        long seed = 11;
        Random random = new Random(seed);
        byte[] sealed = APackage.seal(encryption, researcher, bytes(200_000));
        for (int i = 0; i < 120; i++) {
            byte[] wrong = sealed.clone();
            int place = random.nextInt(i < 60 ? 250 : wrong.length);
            wrong[place] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> open(wrong, researcher))
                    .as("seed %d, try %d, byte %d", seed, i, place)
                    .isInstanceOfAny(PackageRejected.class, IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20, 199, 210, 65_800, 131_500, 199_999})
    void notices_a_cut(int length) throws IOException {
        byte[] sealed = APackage.seal(encryption, researcher, bytes(200_000));
        assertThatThrownBy(() -> open(Arrays.copyOf(sealed, length), researcher))
                .isInstanceOfAny(PackageRejected.class, IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# alleen commentaar\n",
                "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p\n",
                "AGE-SECRET-KEY-1A\nAGE-SECRET-KEY-1B\n",
                "geen sleutel\n"
            })
    void refuses_a_file_without_exactly_one_secret_key(String content) {
        assertThatThrownBy(() -> AgeIdentity.inFile(content)).isInstanceOf(PackageRejected.class);
    }

    @Test
    void never_prints_a_secret_key() {
        assertThat(researcher.toString()).doesNotContain("AGE-SECRET-KEY");
    }

    private byte[] open(byte[] sealed, AgeKeyPair with) throws IOException {
        try (InputStream clear = decryption.decrypting(new ByteArrayInputStream(sealed), with.identity())) {
            return clear.readAllBytes();
        }
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
