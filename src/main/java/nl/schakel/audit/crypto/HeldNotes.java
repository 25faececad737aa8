package nl.schakel.audit.crypto;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.schakel.audit.Note;
import nl.schakel.audit.NoteSignature;
import nl.schakel.audit.SignatureType;
import nl.schakel.audit.SignedNote;
import nl.schakel.audit.VerificationKey;
import nl.schakel.platform.secret.SigningKey;

/** Notes signed with an Ed25519 key of the log holder. Source: C2SP signed-note, signature type 0x01. Thread-safe. */
final class HeldNotes {
    private final LogHolder holder;
    private final String keyId;
    private final String name;

    /**
     * @param keyId the key in the store
     * @param name the name of the key in notes
     */
    HeldNotes(LogHolder holder, String keyId, String name) {
        this.holder = holder;
        this.keyId = keyId;
        this.name = name;
    }

    /** The text, which ends in a newline, with the signature below it. */
    SignedNote sign(String text) {
        if (text.length() < 2 || !text.endsWith("\n")) {
            throw new IllegalArgumentException("a note has a text that ends in a newline");
        }
        SigningKey key = holder.store().signing(keyId);
        NoteSignature signature = NoteSignature.of(verification(key), key.sign(text.getBytes(StandardCharsets.UTF_8)));
        return new SignedNote(new Note(text, List.of(signature)).value());
    }

    /** The verification key: {@code <name>+<8 hex digits>+<base64>}. */
    String verificationKey() {
        return verification(holder.store().signing(keyId)).line();
    }

    private VerificationKey verification(SigningKey key) {
        return VerificationKey.of(name, SignatureType.ED25519, key.publicKey());
    }
}
