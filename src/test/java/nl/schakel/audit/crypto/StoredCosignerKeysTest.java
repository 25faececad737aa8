package nl.schakel.audit.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import nl.schakel.audit.ASigner;
import nl.schakel.audit.ATree;
import nl.schakel.audit.Cosigner;
import nl.schakel.audit.EvidenceRejected;
import nl.schakel.audit.Note;
import nl.schakel.audit.NoteSignature;
import nl.schakel.audit.SignatureType;
import nl.schakel.audit.Signatures;
import nl.schakel.audit.VerificationKey;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.secret.KeysUnavailable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredCosignerKeysTest {
    private static final String NAME = "getuige.example/w";
    private static final ASigner LOG = ASigner.log("schakel.example/logboek", 1);
    private static final Signatures CHECK = new BouncySignatures();
    private final StoredCosignerKeys keys = new StoredCosignerKeys();
    private final ATree tree = new ATree("schakel.example/logboek").grow(6, "regel");

    /** One store for all, because opening one is made to take long. */
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private HolderFiles files;

    private List<VerificationKey> drawn = List.of();

    @BeforeAll
    void draw(@TempDir Path temporary) throws IOException {
        folder = temporary;
        files = new HolderFiles(folder.resolve("getuige.bcfks"), passphrase("een lange wachtzin van deze proef"));
        drawn = keys.draw(files, NAME);
    }

    private Path passphrase(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "wachtzin", ""), text + "\n");
    }

    @Test
    void keys_are_drawn_and_kept_for_their_owner() throws IOException {
        assertThat(drawn)
                .extracting(VerificationKey::type)
                .containsExactly(SignatureType.COSIGNATURE, SignatureType.ML_DSA_44);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.store())))
                .isEqualTo("rw-------");
    }

    @Test
    void a_signature_holds_for_its_text_moment_and_name_only() {
        Cosigner cosigner = keys.open(files, NAME);
        assertThat(cosigner.keys()).isEqualTo(drawn);
        List<NoteSignature> five = cosigner.cosign(tree.checkpoint(5).text(), 1_700_000_000L);
        Note signed = Note.read(tree.note(5, LOG).with(five).value());
        assertThat(drawn).allSatisfy(key -> assertThat(signed.signature(key, CHECK))
                .hasValueSatisfying(line -> assertThat(line.time()).isEqualTo(1_700_000_000L)));
        assertThat(cosigner.cosign(tree.checkpoint(5).text(), 1_700_000_000L)).isEqualTo(five);
        Note six = tree.note(6, LOG).with(five);
        assertThat(drawn).allSatisfy(key -> assertThatThrownBy(() -> six.signedBy(key, CHECK))
                .isInstanceOf(EvidenceRejected.class));
        assertThat(drawn).allSatisfy(key -> {
            VerificationKey renamed = VerificationKey.of("een.andere/naam", key.type(), key.publicKey());
            assertThat(signed.signedBy(renamed, CHECK)).isFalse();
        });
    }

    @Test
    void nothing_is_drawn_over_a_store_or_under_a_short_passphrase() throws IOException {
        byte[] store = Files.readAllBytes(files.store());
        assertThatThrownBy(() -> keys.draw(files, NAME)).isInstanceOf(UncheckedIOException.class);
        assertThat(Files.readAllBytes(files.store())).isEqualTo(store);
        HolderFiles brief = new HolderFiles(folder.resolve("b"), passphrase("te kort"));
        assertThatThrownBy(() -> keys.draw(brief, NAME)).isInstanceOf(KeysUnavailable.class);
        HolderFiles wrong = new HolderFiles(files.store(), passphrase("een heel andere lange wachtzin"));
        assertThatThrownBy(() -> keys.open(wrong, NAME)).isInstanceOf(KeysUnavailable.class);
    }
}
