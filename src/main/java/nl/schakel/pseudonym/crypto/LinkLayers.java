package nl.schakel.pseudonym.crypto;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import nl.schakel.pseudonym.Token;

/**
 * The generations of the linkage keys, one over the other: {@code HMAC(K_link[v], L("lvs-psn-1/link") || u32(v) ||
 * L(value))} for each v from the oldest to the newest. Rotation adds a layer and needs no number. Thread-safe.
 */
final class LinkLayers {
    private static final String LABEL = "lvs-psn-1/link";

    private final List<Layer> layers = new ArrayList<>();
    private final int generation;

    /** @param keys by generation, from 1; not empty */
    LinkLayers(NavigableMap<Integer, HmacKey> keys) {
        keys.forEach((version, key) ->
                layers.add(new Layer(key, Framed.of(LABEL).u32(version).toBytes())));
        generation = keys.lastKey();
    }

    /** The newest generation. */
    int generation() {
        return generation;
    }

    /** The token of a first-layer value of 32 bytes. */
    Token over(byte[] value) {
        byte[] current = value;
        for (Layer layer : layers) {
            int length = layer.prefix.length;
            byte[] message = new byte[length + 2 + current.length];
            System.arraycopy(layer.prefix, 0, message, 0, length);
            message[length] = (byte) (current.length >>> 8);
            message[length + 1] = (byte) current.length;
            System.arraycopy(current, 0, message, length + 2, current.length);
            current = layer.key.tag(message);
        }
        return Token.of(current);
    }

    private static final class Layer {
        private final HmacKey key;
        private final byte[] prefix;

        Layer(HmacKey key, byte[] prefix) {
            this.key = key;
            this.prefix = prefix;
        }
    }
}
