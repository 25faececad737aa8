package nl.schakel.pseudonym.crypto;

import java.util.NavigableMap;
import java.util.TreeMap;
import nl.schakel.platform.secret.KeyHolder;
import nl.schakel.platform.secret.KeysUnavailable;

/** The functions of holder B's keys: the linkage layers and the research root. */
final class HolderB {
    /** The one root of this version: a second one needs studies that remember theirs, decision 0012. */
    private static final String ROOT = "research/1";

    private final LinkLayers layers;
    private final HmacKey researchRoot;

    HolderB(LinkLayers layers, HmacKey researchRoot) {
        this.layers = layers;
        this.researchRoot = researchRoot;
    }

    /**
     * Takes what it needs; a store may be closed afterwards. Newer keys than those in force are left alone.
     *
     * @throws KeysUnavailable where the key of a generation up to the one in force is missing
     */
    HolderB(KeyHolder keys, int inForce) {
        this(new LinkLayers(link(keys, inForce)), HeldKeys.hmac(keys, ROOT));
    }

    private static NavigableMap<Integer, HmacKey> link(KeyHolder keys, int inForce) {
        NavigableMap<Integer, HmacKey> link = new TreeMap<>();
        for (int version = 1; version <= inForce; version++) {
            String keyId = "link/" + version;
            if (!keys.versions("link").contains(version)) {
                throw new KeysUnavailable(KeysUnavailable.Reason.KEY_MISSING, keyId);
            }
            link.put(version, HeldKeys.hmac(keys, keyId));
        }
        return link;
    }

    LinkLayers layers() {
        return layers;
    }

    HmacKey researchRoot() {
        return researchRoot;
    }
}
