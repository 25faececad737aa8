package nl.schakel.pseudonym.crypto;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.TreeMap;
import nl.schakel.platform.secret.KeyHolder;
import nl.schakel.pseudonym.NextLayers;
import nl.schakel.pseudonym.PseudonymRefused.NotRotated;

/** Layers of the keys in holder B's store, which is read anew: the next key is put there while the service runs. */
@Dependent
class StoredLayers implements NextLayers {
    private final OpenedKeys keys;

    @Inject
    StoredLayers(OpenedKeys keys) {
        this.keys = keys;
    }

    @Override
    public Layer layer(int generation) {
        return keys.readB(store -> of(store, generation));
    }

    static Layer of(KeyHolder store, int generation) {
        if (!store.versions("link").contains(generation)) {
            throw new NotRotated(NotRotated.Reason.KEY_MISSING);
        }
        HmacKey key = HeldKeys.hmac(store, "link/" + generation);
        byte[] probe = {0};
        for (int earlier : store.versions("link").headSet(generation)) {
            if (Arrays.equals(HeldKeys.hmac(store, "link/" + earlier).tag(probe), key.tag(probe))) {
                throw new NotRotated(NotRotated.Reason.KEY_REPEATED);
            }
        }
        return new Both(only(generation, key), SecondHmac.of(store, generation));
    }

    private static LinkLayers only(int generation, HmacKey key) {
        TreeMap<Integer, HmacKey> one = new TreeMap<>();
        one.put(generation, key);
        return new LinkLayers(one);
    }

    private record Both(LinkLayers first, SecondHmac second) implements Layer {
        @Override
        public byte[] over(byte[] value) {
            return first.over(value).bytes();
        }

        @Override
        public byte[] again(byte[] value) {
            return second.over(value);
        }
    }
}
