package nl.schakel.audit;

import java.util.List;

/** Port: signs checkpoints with a key outside the database. */
public interface CheckpointSigner {
    /** The name of the log, which is the name of its key. */
    String origin();

    /**
     * Signs the checkpoint. The same checkpoint gives the same note, so that signing again after a crash does no harm.
     *
     * @throws nl.schakel.platform.secret.KeysUnavailable where the key cannot be used now
     */
    SignedNote sign(Checkpoint checkpoint);

    /** The verification key as a C2SP line {@code <name>+<8 hex digits>+<base64>}. */
    String verificationKey();

    /** The same, and after it that of ML-DSA-44 where the log signs with both. */
    default List<String> verificationKeys() {
        return List.of(verificationKey());
    }
}
