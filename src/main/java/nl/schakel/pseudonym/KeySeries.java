package nl.schakel.pseudonym;

import java.util.List;
import java.util.stream.Stream;

/**
 * Keys that belong together: under one series equal identifiers have equal tokens, across two they have nothing in common.
 *
 * @param oprf version of the key {@code oprf}
 * @param token version of the key {@code token}
 * @param first the linkage key whose layer lies lowest
 * @param last the linkage key whose layer lies on top
 */
public record KeySeries(int oprf, int token, int first, int last) {
    /** @throws IllegalArgumentException where a number is below 1, or the last generation comes before the first */
    public KeySeries {
        if (oprf < 1 || token < 1 || first < 1 || last < first) {
            throw new IllegalArgumentException("not a series of keys");
        }
    }

    /** The series with which every database begins, at this generation. */
    public static KeySeries beginning(int generation) {
        return new KeySeries(1, 1, 1, generation);
    }

    /** The keys of holder A. */
    public List<KeyId> keysOfA() {
        return List.of(KeyId.version("oprf", oprf), KeyId.version("token", token));
    }

    /** The keys that are named where it follows this one: the linkage key alone where those of holder A stay. */
    List<KeyId> changedFrom(KeySeries before) {
        List<KeyId> link = List.of(new KeyId("link/" + last));
        return keysOfA().equals(before.keysOfA())
                ? link
                : Stream.concat(keysOfA().stream(), link.stream()).toList();
    }

    /** Whether values of the series are made with this key of holders A or B. */
    public boolean uses(KeyId key) {
        return switch (key.family()) {
            case "oprf" -> key.number() == oprf;
            case "token" -> key.number() == token;
            case "link" -> key.number() >= first && key.number() <= last;
            default -> false;
        };
    }
}
