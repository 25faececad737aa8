package nl.schakel.consent;

import nl.schakel.pupil.LocalPupilKey;
import nl.schakel.pupil.Pgn;
import nl.schakel.school.SchoolSite;

/** How a school names a pupil: by number, or by the key of its own administration. */
public sealed interface PupilReference {
    /** By number. */
    record ByNumber(Pgn number) implements PupilReference {}

    /** By the school's key; the site is one of the school that acts. */
    record ByLocalKey(SchoolSite site, LocalPupilKey key) implements PupilReference {}
}
