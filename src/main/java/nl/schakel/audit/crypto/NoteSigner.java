package nl.schakel.audit.crypto;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.schakel.audit.ManifestSigner;
import nl.schakel.audit.Note;
import nl.schakel.audit.NoteSignature;
import nl.schakel.audit.SignatureType;
import nl.schakel.audit.SignedNote;
import nl.schakel.audit.VerificationKey;
import nl.schakel.platform.secret.SigningKey;

/** Signs notes with Ed25519. Source: C2SP signed-note, signature type 0x01. Thread-safe. */
@Dependent
public class NoteSigner implements ManifestSigner {
    /** The name of the manifest key in notes and in its verification key. */
    public static final String KEY_NAME = "schakel/manifest";

    private static final String KEY_ID = "manifest";

    private final LogHolder holder;

    /** Uses the manifest key of this holder. */
    @Inject
    public NoteSigner(LogHolder holder) {
        this.holder = holder;
    }

    @Override
    public SignedNote sign(String text) {
        if (text.length() < 2 || !text.endsWith("\n")) {
            throw new IllegalArgumentException("a note has a text that ends in a newline");
        }
        SigningKey key = holder.store().signing(KEY_ID);
        NoteSignature signature = NoteSignature.of(verification(key), key.sign(text.getBytes(StandardCharsets.UTF_8)));
        return new SignedNote(new Note(text, List.of(signature)).value());
    }

    @Override
    public String verificationKey() {
        return verification(holder.store().signing(KEY_ID)).line();
    }

    private static VerificationKey verification(SigningKey key) {
        return VerificationKey.of(KEY_NAME, SignatureType.ED25519, key.publicKey());
    }
}
