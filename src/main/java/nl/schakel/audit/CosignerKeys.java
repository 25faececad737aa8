package nl.schakel.audit;

import java.util.List;
import nl.schakel.platform.secret.HolderFiles;

/** Port, found by the service loader: where a witness keeps its keys. */
public interface CosignerKeys {
    /**
     * Draws an Ed25519 key and an ML-DSA-44 key and writes them as a new store that only its owner may read.
     *
     * @param name the name of the witness, under which it signs
     * @return the public halves
     * @throws nl.schakel.platform.secret.KeysUnavailable where the pass-phrase is missing or short
     */
    List<VerificationKey> draw(HolderFiles files, String name);

    /** The keys of a store. @throws nl.schakel.platform.secret.KeysUnavailable where it does not open */
    Cosigner open(HolderFiles files, String name);
}
