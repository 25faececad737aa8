package nl.schakel.pseudonym;

import nl.schakel.platform.problem.Refusal;

/** Why no pseudonym is made. */
public abstract sealed class PseudonymRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private PseudonymRefused(Kind kind, String slug) {
        super(kind, slug);
    }

    /**
     * The keys of a holder are missing, cannot be opened, or are not the keys that the stored tokens were made with. What
     * needs no key keeps running.
     */
    public static final class Suspended extends PseudonymRefused {
        private static final long serialVersionUID = 1L;

        /** @param holder the holder whose keys are not available: {@code a} or {@code b} */
        public Suspended(String holder) {
            super(Kind.BUSY, "sleutels-niet-beschikbaar");
            fact("sleutelhouder", holder);
        }
    }
}
