package nl.schakel.audit;

import java.util.List;

/** Port: signs checkpoints as a witness, with a key that nobody else has. Thread-safe. */
public interface Cosigner {
    /** The public halves of the keys, one or more. */
    List<VerificationKey> keys();

    /**
     * Signs a checkpoint that was seen to continue every one before it.
     *
     * @param text the text of the checkpoint
     * @param time now, in seconds since 1970, more than 0
     * @return one line of each key
     */
    List<NoteSignature> cosign(String text, long time);
}
