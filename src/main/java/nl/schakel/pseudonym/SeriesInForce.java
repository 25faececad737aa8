package nl.schakel.pseudonym;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The series of keys with which values are made now.
 *
 * @param present the one of every value that is stored from now on
 * @param earlier while a change is open, the one by which persons who were not seen again are found
 */
public record SeriesInForce(KeySeries present, Optional<KeySeries> earlier) {
    /** The first series at this generation, and no change open. */
    public static SeriesInForce beginning(int generation) {
        return new SeriesInForce(KeySeries.beginning(generation), Optional.empty());
    }

    /** The generation in force. */
    public int generation() {
        return present.last();
    }

    /** The versions of the key {@code oprf} with which numbers are evaluated, the newest first: one or two. */
    public List<Integer> oprfVersions() {
        return Stream.concat(Stream.of(present), earlier.stream())
                .map(KeySeries::oprf)
                .distinct()
                .toList();
    }

    /** Whether a value is made with this key, or found by it. */
    public boolean uses(KeyId key) {
        return present.uses(key) || earlier.filter(series -> series.uses(key)).isPresent();
    }
}
