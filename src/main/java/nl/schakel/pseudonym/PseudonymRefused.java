package nl.schakel.pseudonym;

import nl.schakel.platform.problem.Refusal;
import nl.schakel.school.SchoolYear;

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

    /** The school would have more numbers evaluated in the school year than it may. */
    public static final class QuotaUsed extends PseudonymRefused {
        private static final long serialVersionUID = 1L;

        /** @param balance what was used and is allowed in the school year */
        public QuotaUsed(SchoolYear year, EvaluationQuota.Balance balance) {
            super(Kind.TOO_MANY, "evaluaties-op");
            fact("schooljaar", year.toString());
            fact("gebruikt", balance.used());
            fact("toegestaan", balance.allowed());
        }
    }

    /** Something that is no blinded point was sent for blind evaluation. */
    public static final class NotPoints extends PseudonymRefused {
        private static final long serialVersionUID = 1L;

        /** @param place the first wrong one, counted from 1 */
        public NotPoints(int place) {
            super(Kind.INVALID, "geen-blinde-punten");
            fact("punt", place);
        }
    }

    /** More blinded points were sent than are taken at once. */
    public static final class TooManyPoints extends PseudonymRefused {
        private static final long serialVersionUID = 1L;

        /** @param most how many are taken at once */
        public TooManyPoints(int most) {
            super(Kind.TOO_LARGE, "te-veel-punten");
            fact("hoogstens", most);
        }
    }
}
