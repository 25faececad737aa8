package nl.schakel.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import nl.schakel.platform.secret.KeysUnavailable.Reason;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolderStoreTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PASSPHRASE = "twintig tekens of meer";

    private static final KeyEntries ENTRIES = new KeyEntries()
            .withSecret("link/1", RANDOM)
            .withSigning("checkpoint", RANDOM)
            .withCurve("oprf", RANDOM);

    @TempDir
    private static @Nullable Path shared;

    private final HolderFiles files;

    HolderStoreTest(@TempDir Path folder) throws IOException {
        files = new HolderFiles(folder.resolve("b.bcfks"), folder.resolve("b.wachtzin"));
        writePassphrase(PASSPHRASE + "\n");
        Path written = Objects.requireNonNull(shared).resolve("b.bcfks");
        if (!Files.exists(written)) {
            CheapStores.write(ENTRIES, new HolderFiles(written, files.passphrase()));
        }
        Files.copy(written, files.store());
    }

    @Test
    void gives_back_the_keys_that_were_written() {
        try (HolderStore store = open();
                SecretBytes link = store.secret("link/1")) {
            assertThat(store.keyIds()).containsExactly("checkpoint", "link/1", "oprf");
            assertThat(link.matches(Objects.requireNonNull(ENTRIES.secrets().get("link/1"))))
                    .isTrue();
            assertThat(store.curve("oprf").publicPoint()).hasSize(33);
            assertThat(store.checkValues())
                    .containsEntry("link/1", KeyCheck.of("link/1", link))
                    .containsEntry(
                            "oprf", HexFormat.of().formatHex(store.curve("oprf").publicPoint()));
            assertThat(List.of(
                            store.toString(),
                            link.toString(),
                            store.curve("oprf").toString()))
                    .containsExactly("HolderStore[" + files.store() + "]", "SecretBytes[hidden]", "CurveKey[hidden]");
        }
    }

    @Test
    void signs_so_that_the_public_half_verifies() {
        byte[] message = "een bericht".getBytes(StandardCharsets.UTF_8);
        try (HolderStore store = open()) {
            SigningKey key = store.signing("checkpoint");
            Ed25519Signer verifier = new Ed25519Signer();
            verifier.init(false, new Ed25519PublicKeyParameters(key.publicKey()));
            verifier.update(message, 0, message.length);
            assertThat(verifier.verifySignature(key.sign(message))).isTrue();
        }
    }

    @Test
    void knows_the_published_check_value() {
        byte[] key = HexFormat.of().parseHex("bfc0c3101efc0db179dae6d8ea923de9dea84bafba8ff66a4ae56a4355558e8f");
        assertThat(KeyCheck.of("link/1", SecretBytes.copyOf(key))).isEqualTo("a258c0d5da6ea4bf");
        assertThat(KeyCheck.of("link/2", SecretBytes.copyOf(key))).isNotEqualTo("a258c0d5da6ea4bf");
    }

    @Test
    void names_a_missing_store() throws IOException {
        Files.delete(files.store());
        assertRefused(Reason.STORE_MISSING);
    }

    @Test
    void names_a_missing_passphrase_file() throws IOException {
        Files.delete(files.passphrase());
        assertRefused(Reason.PASSPHRASE_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "kort", "negentien tekens...\nen een tweede regel"})
    void refuses_a_passphrase_that_is_too_short(String text) throws IOException {
        writePassphrase(text);
        assertRefused(Reason.PASSPHRASE_SHORT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"twintig tekens of minder", "twintig tekens of meer ", "Twintig tekens of meer"})
    void does_not_open_with_another_passphrase(String text) throws IOException {
        writePassphrase(text);
        assertRefused(Reason.NOT_OPENED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20, 200, 350, -40, -1})
    void does_not_open_a_store_with_one_flipped_bit(int place) throws IOException {
        byte[] bytes = Files.readAllBytes(files.store());
        bytes[place < 0 ? bytes.length + place : place] ^= 1;
        Files.write(files.store(), bytes);
        assertRefused(Reason.NOT_OPENED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 400})
    void does_not_open_a_store_that_is_cut_off(int length) throws IOException {
        Files.write(files.store(), Arrays.copyOf(Files.readAllBytes(files.store()), length));
        assertRefused(Reason.NOT_OPENED);
    }

    @Test
    void never_overwrites_a_store() {
        assertThatThrownBy(() -> new KeyEntries().withSecret("token", RANDOM).writeTo(files))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void names_a_key_that_is_not_there() {
        try (HolderStore store = open()) {
            assertThatThrownBy(() -> store.secret("link/2")).hasMessageContaining("KEY_MISSING: link/2");
            assertThatThrownBy(() -> store.secret("checkpoint")).hasMessageContaining("KEY_MISSING: checkpoint");
            assertThatThrownBy(() -> store.signing("oprf")).hasMessageContaining("KEY_MISSING: oprf");
            assertThatThrownBy(() -> store.curve("link/1")).hasMessageContaining("KEY_MISSING: link/1");
        }
    }

    @Test
    void gives_no_key_after_closing() {
        HolderStore store = open();
        store.close();
        assertThatThrownBy(() -> store.secret("link/1")).isInstanceOf(IllegalStateException.class);
    }

    private HolderStore open() {
        return HolderStore.open(files, ExampleKeys.ALLOWED);
    }

    private void writePassphrase(String text) throws IOException {
        Files.writeString(files.passphrase(), text);
    }

    private void assertRefused(Reason reason) {
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(KeysUnavailable.class, unavailable -> assertThat(unavailable.reason())
                        .isEqualTo(reason))
                .hasMessageNotContaining(PASSPHRASE)
                .hasNoCause();
    }
}
