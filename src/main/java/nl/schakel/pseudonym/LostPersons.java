package nl.schakel.pseudonym;

/**
 * Persons who are not found by number any more once a change of keys is closed: as many as the custodians saw.
 *
 * @param persons all of them
 * @param decided those of them with an objection or a refusal that stands, which does not catch them afterwards
 */
public record LostPersons(long persons, long decided) {
    /** @throws IllegalArgumentException where a number is negative */
    public LostPersons {
        if (persons < 0 || decided < 0) {
            throw new IllegalArgumentException("counts are not negative");
        }
    }

    /** Whether what would be lost is no more than this. */
    boolean covers(LostPersons now) {
        return now.persons <= persons && now.decided <= decided;
    }
}
