package nl.schakel.audit;

import java.nio.file.Path;

/** Port: judges a store of the log holder before anything is served. */
public interface LogStoreCheck {
    /**
     * Returns normally where the store opens and holds known keys only; it is closed again.
     *
     * @param development whether example keys are allowed
     * @throws nl.schakel.platform.secret.KeysUnavailable otherwise
     */
    void check(Path store, Path passphrase, boolean development, KnownLogKeys known);
}
