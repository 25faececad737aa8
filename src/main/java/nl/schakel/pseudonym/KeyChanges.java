package nl.schakel.pseudonym;

import java.time.Instant;
import java.util.Optional;

/** Port: the change from one series of keys to the next. Every method runs in the caller's transaction, zone LINK. */
public interface KeyChanges {
    /**
     * Persons, local keys and RINs.
     *
     * @param persons numbers of persons
     * @param locals keys of schools' administrations
     * @param rins RINPERSOON of the registers
     */
    record Counts(long persons, long locals, long rins) {}

    /** The series in force. */
    SeriesInForce inForce();

    /** Since when a change is open, if one is. */
    Optional<Instant> openSince();

    /**
     * What was not seen again.
     *
     * @param persons persons by number, and of these
     * @param decided those with an objection or a refusal that stands
     * @param former numbers from before a number change, which are not expected again
     * @param locals keys of schools' administrations
     * @param rins RINPERSOON of the registers
     */
    record Unseen(long persons, long decided, long former, long locals, long rins) {
        /** The persons that closing would lose. */
        public LostPersons lost() {
            return new LostPersons(persons, decided);
        }
    }

    /** What was not seen again in the change that is open; nothing where none is. Counts whole tables. */
    Unseen unseen(Instant at);

    /**
     * Begins a series: what is stored is found by its earlier values from now on. Waits for whoever holds the generation in
     * force.
     *
     * @param next one generation of the linkage keys, the one after those in force
     * @return what is to be seen again
     * @throws PseudonymRefused.NotChanged while a change is open, or where it is not the next generation
     */
    Counts open(KeySeries next, Instant at);

    /**
     * Erases the earlier values of what was not seen again, and all tokens of attributes of the earlier series, also in the
     * tables' files. Waits as {@link #open} does.
     *
     * @return what was not seen again
     * @throws PseudonymRefused.NotChanged where no change is open
     */
    Unseen close(Instant at);
}
