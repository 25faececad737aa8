package nl.schakel.release;

/** Port of the tools, found by the service loader: the check of signed notes (C2SP, Ed25519). */
public interface NoteCheck {
    /**
     * The signed text of a note.
     *
     * @param verificationKey {@code <name>+<8 hexadecimal digits>+<base64>}
     * @throws PackageRejected where key or note have another form, or no signature of this key is right
     */
    String requireSigned(String note, String verificationKey);
}
