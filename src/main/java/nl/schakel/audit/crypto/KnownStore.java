package nl.schakel.audit.crypto;

import java.nio.file.Path;
import nl.schakel.audit.KnownLogKeys;
import nl.schakel.audit.LogStoreCheck;
import nl.schakel.platform.secret.ExampleKeys;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.secret.HolderStore;
import nl.schakel.platform.secret.KeysUnavailable;
import nl.schakel.platform.secret.KeysUnavailable.Reason;

/** Opens a store of the log holder, with known keys only. */
public final class KnownStore implements LogStoreCheck {
    /** @throws KeysUnavailable where it does not open, or a key is not the known one */
    static HolderStore open(HolderFiles files, ExampleKeys examples, KnownLogKeys known) {
        HolderStore store = HolderStore.open(files, examples);
        try {
            store.checkValues().forEach((keyId, checkValue) -> {
                if (!known.recognizes(keyId, checkValue)) {
                    throw new KeysUnavailable(Reason.OTHER_KEY, keyId + " in " + files.store());
                }
            });
            return store;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    @Override
    public void check(Path store, Path passphrase, boolean development, KnownLogKeys known) {
        open(new HolderFiles(store, passphrase), ExampleKeys.inDevelopment(development), known)
                .close();
    }
}
