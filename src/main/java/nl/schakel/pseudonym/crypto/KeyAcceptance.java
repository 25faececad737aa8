package nl.schakel.pseudonym.crypto;

import java.util.Map;
import java.util.function.Predicate;
import nl.schakel.platform.secret.ExampleKeys;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.secret.HolderProcess;
import nl.schakel.platform.secret.HolderStore;
import nl.schakel.platform.secret.HolderToken;
import nl.schakel.platform.secret.KeyHolder;
import nl.schakel.platform.secret.KeysUnavailable;
import nl.schakel.platform.secret.KeysUnavailable.Reason;
import nl.schakel.pseudonym.KnownKeys;

/**
 * Which keys are taken into use: no example keys in earnest, only those that the stored values were made with, and none of
 * a holder that its custodians suspended.
 *
 * @param suspended whether the holder of this name is suspended
 */
record KeyAcceptance(ExampleKeys examples, KnownKeys known, Predicate<String> suspended) {
    /**
     * Opens a store, token or process whose keys are acceptable.
     *
     * @throws KeysUnavailable otherwise
     * @throws nl.schakel.platform.secret.KeysAway where the process does not answer
     */
    KeyHolder open(HolderFiles files) {
        KeyHolder store =
                switch (files.medium()) {
                    case FILE -> HolderStore.open(files, examples);
                    case TOKEN -> HolderToken.open(files, examples);
                    case PROCESS -> HolderProcess.open(files.store(), examples);
                };
        try {
            for (Map.Entry<String, String> check : store.checkValues().entrySet()) {
                if (!known.recognizes(check.getKey(), check.getValue())) {
                    throw new KeysUnavailable(Reason.OTHER_KEY, check.getKey() + " in " + files.store());
                }
            }
            return store;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }
}
