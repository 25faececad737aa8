package nl.schakel.pseudonym;

import java.time.Instant;
import java.util.List;
import nl.schakel.school.Brin;
import nl.schakel.school.SchoolYear;

/** Port: what operators see and change of the quotas. Runs in a transaction of the linkage zone. */
public interface QuotaRegister {
    /**
     * More for one school in one school year.
     *
     * @param allowed the most evaluations in the year; less than the school may have already changes nothing
     * @param because why, 10 to 500 characters
     */
    record Raise(Brin school, SchoolYear year, long allowed, String because) {}

    /**
     * Where a school stands.
     *
     * @param because why it was given what it may have; empty where nobody gave it more
     */
    record Standing(Brin school, long used, long allowed, String because) {}

    /** Keeps a raise beside those before; the largest is in force. */
    void raise(Raise raise, Instant at);

    /** The schools that had numbers evaluated, or were given more, in the year, by BRIN. */
    List<Standing> standings(SchoolYear year);
}
