package nl.schakel.pseudonym.crypto;

import java.util.NavigableMap;
import java.util.TreeMap;
import nl.schakel.platform.secret.HolderStore;
import nl.schakel.platform.secret.KeysUnavailable;
import nl.schakel.platform.secret.SecretBytes;

/** The functions of holder B's keys: the linkage layers and the research root. */
final class HolderB {
    /** The one root of this version: a second one needs studies that remember theirs, decision 0012. */
    private static final String ROOT = "research/1";

    private final LinkLayers layers;
    private final HmacKey researchRoot;

    /** Takes what it needs; the store may be closed afterwards. */
    HolderB(HolderStore store) {
        NavigableMap<Integer, HmacKey> link = new TreeMap<>();
        for (int version : store.versions("link")) {
            link.put(version, key(store, "link/" + version));
        }
        if (link.isEmpty()) {
            throw new KeysUnavailable(KeysUnavailable.Reason.KEY_MISSING, "link/1");
        }
        layers = new LinkLayers(link);
        researchRoot = key(store, ROOT);
    }

    private static HmacKey key(HolderStore store, String keyId) {
        try (SecretBytes key = store.secret(keyId)) {
            return new HmacKey(key);
        }
    }

    LinkLayers layers() {
        return layers;
    }

    HmacKey researchRoot() {
        return researchRoot;
    }
}
