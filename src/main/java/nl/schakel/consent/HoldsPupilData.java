package nl.schakel.consent;

import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.PersonKey;

/**
 * Port, implemented by each feature that stores content of pupils: erases it when the basis for holding it ends. Called in
 * the transaction that records why.
 */
public interface HoldsPupilData {
    /** Why content is erased, which decides how much. */
    enum Reason {
        /** Everything that schools delivered about the pupil. */
        OBJECTION,
        /** Only what was held by consent: social-emotional results. */
        CONSENT_ENDED
    }

    /**
     * Erases the content of this person, whichever school delivered it, in the running transaction of the zone.
     * Repeating it erases nothing more.
     *
     * @return the number of rows erased; for the audit entry only, since it also counts other schools' rows
     */
    long erase(Zone zone, PersonKey person, Reason reason);

    /**
     * Erases what was held by consent for one instrument. Erases all of {@link Reason#CONSENT_ENDED} where the holder does
     * not tell instruments apart.
     */
    default long eraseInstrument(Zone zone, PersonKey person, Instrument instrument) {
        return erase(zone, person, Reason.CONSENT_ENDED);
    }
}
