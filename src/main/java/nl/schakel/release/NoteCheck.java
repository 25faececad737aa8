package nl.schakel.release;

import nl.schakel.audit.EvidenceRejected;
import nl.schakel.audit.Note;
import nl.schakel.audit.SignatureType;
import nl.schakel.audit.Signatures;
import nl.schakel.audit.VerificationKey;

/** The check of the notes about packages, signed with one Ed25519 key. Thread-safe. Source: C2SP signed-note. */
public final class NoteCheck {
    private final Signatures signatures;

    /** Uses this check of bare signatures. */
    public NoteCheck(Signatures signatures) {
        this.signatures = signatures;
    }

    /**
     * The signed text of a note.
     *
     * @param verificationKey {@code <name>+<8 hexadecimal digits>+<base64>}
     * @throws PackageRejected where key or note have another form, or no signature of this key is right
     */
    public String requireSigned(String note, String verificationKey) {
        try {
            VerificationKey key = VerificationKey.read(verificationKey.strip());
            Note read = Note.read(note);
            if (key.type() == SignatureType.ED25519 && read.signedBy(key, signatures)) {
                return read.text();
            }
        } catch (EvidenceRejected e) {
            throw new PackageRejected(e.reason(), e);
        }
        throw new PackageRejected("de handtekening klopt niet met de sleutel van de ondertekenaar");
    }
}
