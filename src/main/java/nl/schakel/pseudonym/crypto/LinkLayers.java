package nl.schakel.pseudonym.crypto;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import nl.schakel.pseudonym.Token;

/**
 * The generations of the linkage keys, one over the other: {@code HMAC(K_link[v], L("lvs-psn-1/link") || u32(v) ||
 * L(value))} for each v of a series from the oldest to the newest. Rotation adds a layer and needs no number. Thread-safe.
 */
final class LinkLayers {
    private static final String LABEL = "lvs-psn-1/link";

    private final List<HmacKey> keys;
    private final List<byte[]> beginnings = new ArrayList<>();
    private final int generation;

    /** @param keys by generation; not empty */
    LinkLayers(NavigableMap<Integer, HmacKey> keys) {
        this.keys = List.copyOf(keys.values());
        keys.keySet()
                .forEach(version -> beginnings.add(Framed.of(LABEL).u32(version).toBytes()));
        generation = keys.lastKey();
    }

    /** The newest generation. */
    int generation() {
        return generation;
    }

    /** The token of a first-layer value of 32 bytes. */
    Token over(byte[] value) {
        byte[] current = value;
        for (int i = 0; i < keys.size(); i++) {
            current = Framed.after(beginnings.get(i)).bytes(current).tag(keys.get(i));
        }
        return Token.of(current, generation);
    }
}
