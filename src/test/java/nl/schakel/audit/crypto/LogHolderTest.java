package nl.schakel.audit.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.schakel.audit.Checkpoint;
import nl.schakel.audit.Note;
import nl.schakel.audit.StaffId;
import nl.schakel.audit.Subject;
import nl.schakel.audit.VerificationKey;
import nl.schakel.platform.secret.ExampleKeys;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.secret.KeyEntries;
import nl.schakel.platform.secret.KeysUnavailable;
import nl.schakel.school.SchoolYear;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogHolderTest {
    private static final HolderFiles FILES =
            new HolderFiles(Path.of("keys-example/log.bcfks"), Path.of("keys-example/log.wachtzin"));
    private static final SchoolYear YEAR = new SchoolYear(2026);
    private static final LogHolder HOLDER = new LogHolder(FILES, ExampleKeys.ALLOWED, (keyId, checkValue) -> true);
    private static final Subject PUPIL = Subject.of(new byte[32]);
    private static final StaffId STAFF = new StaffId(new UUID(1, 2));

    private final KeyedLogPseudonyms pseudonyms = new KeyedLogPseudonyms(HOLDER);
    private final NoteSigner signer = new NoteSigner(HOLDER);

    @Test
    void a_pupil_has_one_hash_in_an_epoch_and_another_in_the_next() {
        byte[] hash = pseudonyms.subjects(YEAR).of(PUPIL);
        assertThat(hash).hasSize(32).isEqualTo(pseudonyms.subjects(YEAR).of(PUPIL));
        assertThat(pseudonyms.subjects(new SchoolYear(2027)).of(PUPIL)).isNotEqualTo(hash);
    }

    @Test
    void a_colleague_and_a_pupil_are_hashed_under_different_keys() {
        assertThat(pseudonyms.staff(STAFF, YEAR)).matches("[0-9a-f]{64}");
        assertThat(pseudonyms.staff(STAFF, YEAR)).isNotEqualTo(pseudonyms.staff(STAFF, new SchoolYear(2027)));
        assertThat(pseudonyms.staff(STAFF, YEAR)).isNotEqualTo(pseudonyms.staff(new StaffId(new UUID(1, 3)), YEAR));
    }

    @Test
    void a_year_without_a_key_uses_the_newest_older_one() {
        assertThat(pseudonyms.subjects(new SchoolYear(2031)).of(PUPIL))
                .isEqualTo(pseudonyms.subjects(new SchoolYear(2027)).of(PUPIL));
    }

    @Test
    void a_year_before_all_keys_is_refused() {
        assertThatThrownBy(() -> pseudonyms.staff(STAFF, new SchoolYear(2025))).isInstanceOf(KeysUnavailable.class);
    }

    @Test
    void example_keys_are_refused_outside_development() {
        LogHolder production = new LogHolder(FILES, ExampleKeys.REFUSED, (keyId, checkValue) -> true);
        assertThatThrownBy(() -> new NoteSigner(production).verificationKey()).isInstanceOf(KeysUnavailable.class);
    }

    @Test
    void a_key_that_is_not_the_known_one_is_refused_and_the_store_in_use_stays() {
        AtomicBoolean replaced = new AtomicBoolean();
        LogHolder holder = new LogHolder(
                FILES, ExampleKeys.ALLOWED, (keyId, checkValue) -> !replaced.get() || !keyId.equals("manifest"));
        String before = new NoteSigner(holder).verificationKey();
        replaced.set(true);
        assertThatThrownBy(holder::reopen).isInstanceOfSatisfying(KeysUnavailable.class, e -> assertThat(e.reason())
                .isEqualTo(KeysUnavailable.Reason.OTHER_KEY));
        assertThatThrownBy(holder::checkValues).isInstanceOf(KeysUnavailable.class);
        assertThat(new NoteSigner(holder).verificationKey()).isEqualTo(before);
        LogHolder anew = new LogHolder(FILES, ExampleKeys.ALLOWED, (keyId, checkValue) -> !keyId.equals("manifest"));
        anew.open("started");
        assertThat(anew.available()).isFalse();
        assertThatThrownBy(anew::store).hasMessageContaining("OTHER_KEY: manifest in ");
    }

    @Test
    void a_note_verifies_under_the_verification_key_and_no_byte_of_it_may_change() {
        String text = "schakel manifest v1\n{\"rows\":12}\n";
        String note = signer.sign(text).value();
        assertThat(verifies(note, signer.verificationKey())).isTrue();
        assertThat(verifies(note.replace("12", "13"), signer.verificationKey())).isFalse();
        assertThat(note).startsWith(text + "\n\u2014 schakel/manifest ").endsWith("\n");
    }

    @Test
    void the_verification_key_carries_the_hash_of_name_and_key() {
        String[] parts = signer.verificationKey().split("\\+", 3);
        assertThat(parts[0]).isEqualTo("schakel/manifest");
        assertThat(parts[1]).matches("[0-9a-f]{8}");
        assertThat(Base64.getDecoder().decode(parts[2])).hasSize(33).startsWith(1);
    }

    @Test
    void a_checkpoint_is_signed_alike_each_time_under_the_name_of_the_log_and_no_other_log_s_is() {
        HeldCheckpointKey key = new HeldCheckpointKey(HOLDER, "schakel.test/log", false);
        Checkpoint checkpoint = Checkpoint.of("schakel.test/log", 7, new byte[32]);
        String note = key.sign(checkpoint).value();
        assertThat(note)
                .startsWith(checkpoint.text() + "\n\u2014 schakel.test/log ")
                .isEqualTo(key.sign(checkpoint).value());
        assertThat(verifies(note, key.verificationKey())).isTrue();
        assertThat(verifies(note.replace("\n7\n", "\n8\n"), key.verificationKey()))
                .isFalse();
        assertThat(key.verificationKey()).isNotEqualTo(signer.verificationKey());
        assertThatThrownBy(() -> key.sign(Checkpoint.of("schakel.test/other", 7, new byte[32])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_checkpoint_is_signed_with_ml_dsa_44_beside_it_where_that_is_configured(@TempDir Path folder)
            throws IOException {
        HolderFiles files = new HolderFiles(folder.resolve("log.bcfks"), folder.resolve("log.wachtzin"));
        try (KeyEntries keys = new KeyEntries()) {
            ExampleKeys.write(
                    keys.withSigning("checkpoint", new SecureRandom())
                            .withSecret("checkpoint-ml-dsa-44", new SecureRandom()),
                    files,
                    new SecureRandom());
        }
        LogHolder holder = new LogHolder(files, ExampleKeys.REFUSED, (keyId, checkValue) -> true);
        HeldCheckpointKey key = new HeldCheckpointKey(holder, "schakel.test/log", true);
        Checkpoint checkpoint = Checkpoint.of("schakel.test/log", 7, new byte[32]);
        Note note = Note.read(key.sign(checkpoint).value());
        assertThat(key.verificationKeys())
                .hasSize(2)
                .allMatch(line -> note.signedBy(VerificationKey.read(line), new BouncySignatures()));
        assertThat(Note.read(key.sign(checkpoint).value())).isEqualTo(note);
        assertThatThrownBy(() -> new HeldCheckpointKey(HOLDER, "schakel.test/log", true).sign(checkpoint))
                .isInstanceOf(KeysUnavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "no newline", "a\nb"})
    void a_text_without_final_newline_is_not_signed(String text) {
        assertThatThrownBy(() -> signer.sign(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean verifies(String note, String verificationKey) {
        int end = note.lastIndexOf("\n\n") + 1;
        String[] line = note.substring(end + 1).trim().split(" ", 3);
        String[] key = verificationKey.split("\\+", 3);
        byte[] signature = Base64.getDecoder().decode(line[2]);
        assertThat(HexFormat.of().formatHex(Arrays.copyOf(signature, 4))).isEqualTo(key[1]);
        Ed25519Signer verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(Base64.getDecoder().decode(key[2]), 1));
        byte[] text = note.substring(0, end).getBytes(StandardCharsets.UTF_8);
        verifier.update(text, 0, text.length);
        return verifier.verifySignature(Arrays.copyOfRange(signature, 4, signature.length));
    }
}
