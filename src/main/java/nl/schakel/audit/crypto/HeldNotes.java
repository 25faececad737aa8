package nl.schakel.audit.crypto;

import java.util.List;
import nl.schakel.audit.Note;
import nl.schakel.audit.SignatureType;
import nl.schakel.audit.SignedNote;

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
        return new SignedNote(new Note(text, List.of(key().sign(text, 0))).value());
    }

    /** The verification key: {@code <name>+<8 hex digits>+<base64>}. */
    String verificationKey() {
        return key().verification().line();
    }

    private NoteKey key() {
        return NoteKey.ed25519(name, SignatureType.ED25519, holder.store().signing(keyId));
    }
}
