package nl.schakel.pseudonym.crypto;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import nl.schakel.platform.secret.KeyHolder;
import nl.schakel.platform.secret.KeysUnavailable;
import nl.schakel.pseudonym.KeySeries;
import nl.schakel.pseudonym.SeriesInForce;

/** The functions of holder B's keys: the linkage layers and the research root. */
final class HolderB {
    /** The one root of this version: a second one needs studies that remember theirs, decision 0012. */
    private static final String ROOT = "research/1";

    private final SeriesInForce series;
    private final LinkLayers layers;
    private final Optional<LinkLayers> earlierLayers;
    private final HmacKey researchRoot;

    HolderB(LinkLayers layers, HmacKey researchRoot) {
        this.series = SeriesInForce.beginning(layers.generation());
        this.layers = layers;
        this.earlierLayers = Optional.empty();
        this.researchRoot = researchRoot;
    }

    /**
     * Takes what it needs; a store may be closed afterwards. Newer keys than those in force are left alone.
     *
     * @throws KeysUnavailable where the key of a generation of a series in force is missing
     */
    HolderB(KeyHolder keys, SeriesInForce series) {
        this.series = series;
        this.layers = link(keys, series.present());
        this.earlierLayers = series.earlier().map(earlier -> link(keys, earlier));
        this.researchRoot = HeldKeys.hmac(keys, ROOT);
    }

    /** The same in the first series. */
    HolderB(KeyHolder keys, int inForce) {
        this(keys, SeriesInForce.beginning(inForce));
    }

    private static LinkLayers link(KeyHolder keys, KeySeries series) {
        NavigableMap<Integer, HmacKey> link = new TreeMap<>();
        for (int version = series.first(); version <= series.last(); version++) {
            String keyId = "link/" + version;
            if (!keys.versions("link").contains(version)) {
                throw new KeysUnavailable(KeysUnavailable.Reason.KEY_MISSING, keyId);
            }
            link.put(version, HeldKeys.hmac(keys, keyId));
        }
        return new LinkLayers(link);
    }

    /** The series whose layers these are. */
    SeriesInForce series() {
        return series;
    }

    /** The layers of the earlier series, while a change is open. */
    Optional<LinkLayers> earlierLayers() {
        return earlierLayers;
    }

    LinkLayers layers() {
        return layers;
    }

    HmacKey researchRoot() {
        return researchRoot;
    }
}
