package nl.schakel.delivery;

import java.time.LocalDate;
import nl.schakel.pupil.LocalPupilKey;
import org.jspecify.annotations.Nullable;

/**
 * One test result as the reader stands on it: a view that the reader uses again for the next row. A sink takes what it
 * needs before {@link DeliveryRows#result} returns and keeps no reference to the view itself. Not thread-safe.
 */
public interface ResultRecord {
    /** Ordinal in the file, from 1. */
    long row();

    /** The line of the result in the file, from 1. */
    long line();

    /**
     * The pupil's key. The same instance comes back for all results of one sitting, so a sink may keep the token of the
     * last key and compare by {@code ==}.
     */
    LocalPupilKey pupil();

    /** Number of the test within this file, from 0 without gaps; explained by {@link DeliveryRows#test} at the end. */
    int test();

    /** The day of the test as {@link LocalDate#toEpochDay}; not after today. */
    long testEpochDay();

    /** Whether {@link #rawScore} holds a value. */
    boolean hasRawScore();

    /** The raw score (items right), 0 or more; meaningless unless {@link #hasRawScore}. */
    int rawScore();

    /** Whether {@link #ability} holds a value. */
    boolean hasAbility();

    /** The ability score (vaardigheidsscore) on the scale of its test; meaningless unless {@link #hasAbility}. */
    double ability();

    /** The level ({@code A} to {@code E}, {@code I} to {@code V}, {@code I+}), or null where none was sent. */
    @Nullable
    String level();

    /** The day of the test. */
    default LocalDate testDate() {
        return LocalDate.ofEpochDay(testEpochDay());
    }
}
