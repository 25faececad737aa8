package nl.schakel.audit;

/** Port: signs with the log holder's manifest key (Ed25519), which is not the key of the checkpoints. */
public interface ManifestSigner {
    /**
     * Signs the text.
     *
     * @param text not empty, ends in a newline
     * @throws IllegalArgumentException where the text has another form
     */
    SignedNote sign(String text);

    /** The verification key as a C2SP line {@code <name>+<8 hex digits>+<base64>}, to be handed to who receives notes. */
    String verificationKey();
}
