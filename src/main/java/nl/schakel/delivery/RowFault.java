package nl.schakel.delivery;

import nl.schakel.platform.problem.Fault;

/**
 * Something is wrong with one row. Never holds the value.
 *
 * @param row ordinal of the row in its file, from 1; a row may have several faults, which then follow each other
 * @param rule what was broken; its severity decides whether the row is handed over all the same
 */
public record RowFault(long row, Place place, DeliveryRule rule) {
    /** The form in which a receipt shows it, in Dutch. */
    public Fault inDutch() {
        return new Fault(place.inDutch(), rule.code(), rule.expectedInDutch(), rule.repairInDutch());
    }

    /** The form in which a receipt shows it, in English. */
    public Fault inEnglish() {
        return new Fault(place.inEnglish(), rule.code(), rule.expectedInEnglish(), rule.repairInEnglish());
    }
}
