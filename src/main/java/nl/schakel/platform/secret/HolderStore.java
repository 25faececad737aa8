package nl.schakel.platform.secret;

import static nl.schakel.platform.secret.KeysUnavailable.Reason.EXAMPLE_KEY;
import static nl.schakel.platform.secret.KeysUnavailable.Reason.KEY_MISSING;

import java.util.Arrays;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;

/**
 * The keys of one holder, read whole from a BCFKS key store. Each of the three holders (A: {@code oprf}, {@code token}; B:
 * {@code link/v}, {@code research/g}; log: {@code subject/epoch}, {@code staff/year}, {@code checkpoint},
 * {@code manifest}) has a store and a pass-phrase of its own.
 *
 * <p>The keys leave only as {@link SecretBytes} or as functions. Thread-safe until {@link #close}, which wipes them.
 */
public final class HolderStore implements KeyHolder {
    private final HolderFiles files;
    private final Map<String, SecretBytes> secrets;
    private final Map<String, SecretBytes> seeds;
    private final Map<String, CurveKey> curveKeys;

    HolderStore(HolderFiles files, KeyEntries entries) {
        this.files = files;
        this.secrets = Map.copyOf(entries.secrets());
        this.seeds = Map.copyOf(entries.seeds());
        this.curveKeys = Map.copyOf(entries.curveKeys());
    }

    /**
     * Opens the store, reads all its keys and forgets the pass-phrase.
     *
     * @throws KeysUnavailable where a file is missing, the pass-phrase does not fit, or a key is one of
     *     {@code keys-example} while these are refused
     */
    public static HolderStore open(HolderFiles files, ExampleKeys examples) {
        HolderStore store = new HolderStore(files, BcfksFile.read(files));
        store.checkValues().forEach((keyId, checkValue) -> {
            if (!examples.accepts(checkValue)) {
                store.close();
                throw new KeysUnavailable(EXAMPLE_KEY, keyId + " in " + files.store());
            }
        });
        return store;
    }

    /** The ids of all keys, sorted. */
    public Set<String> keyIds() {
        return checkValues().keySet();
    }

    @Override
    public NavigableSet<Integer> versions(String family) {
        return KeyHolder.versions(family, secrets.keySet());
    }

    /** The bytes of a symmetric key, to be closed by the caller. @throws KeysUnavailable where there is none */
    public SecretBytes secret(String keyId) {
        byte[] bytes = present(keyId, secrets).copy();
        try {
            return SecretBytes.copyOf(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** An Ed25519 key. @throws KeysUnavailable where there is none */
    public SigningKey signing(String keyId) {
        return new SigningKey(present(keyId, seeds));
    }

    /** A P-256 key; closed together with this store. @throws KeysUnavailable where there is none */
    public CurveKey curve(String keyId) {
        return present(keyId, curveKeys);
    }

    @Override
    public Map<String, String> checkValues() {
        return new KeyEntries(new TreeMap<>(secrets), new TreeMap<>(seeds), new TreeMap<>(curveKeys)).checkValues();
    }

    private <T> T present(String keyId, Map<String, T> keys) {
        T key = keys.get(keyId);
        if (key == null) {
            throw new KeysUnavailable(KEY_MISSING, keyId + " in " + files.store());
        }
        return key;
    }

    /** Wipes the keys. Idempotent. */
    @Override
    public void close() {
        secrets.values().forEach(SecretBytes::close);
        seeds.values().forEach(SecretBytes::close);
        curveKeys.values().forEach(key -> key.scalar().close());
    }

    @Override
    public String toString() {
        return "HolderStore[" + files.store() + "]";
    }
}
