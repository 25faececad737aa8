package nl.schakel.audit;

import nl.schakel.school.SchoolYear;

/**
 * Port: the keyed hashes under which people stand in the log, by keys of the log holder. A key lives for one school year
 * (its epoch); destroying it unlinks everybody of that epoch. Thread-safe.
 */
public interface LogPseudonyms {
    /** {@code HMAC-SHA-256(K_staff[epoch], account)} as 64 lower-case hexadecimal digits. */
    String staff(StaffId staff, SchoolYear epoch);

    /** {@code HMAC-SHA-256(K_sub[epoch], P)} for many pupils; the answer belongs to one thread. */
    Subjects subjects(SchoolYear epoch);

    /** The keyed hash of pupils in one epoch. Not thread-safe. */
    interface Subjects {
        /** 32 bytes. */
        byte[] of(Subject pupil);
    }
}
