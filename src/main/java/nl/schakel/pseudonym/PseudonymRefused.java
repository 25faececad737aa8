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

    /** The keys changed while the request was being worked on; sent again it succeeds. */
    public static final class KeysChanged extends PseudonymRefused {
        private static final long serialVersionUID = 1L;

        /** Nothing was stored. */
        public KeysChanged() {
            super(Kind.BUSY, "sleutelwissel");
        }
    }

    /** A number was evaluated blind with other keys than are in force: the school evaluates it again. */
    public static final class OtherSeries extends PseudonymRefused {
        private static final long serialVersionUID = 1L;

        /** Nothing was stored. */
        public OtherSeries() {
            super(Kind.CONFLICT, "andere-sleutelreeks");
        }
    }

    /** No change of keys is opened or closed; the stored values are as they were. */
    public static final class NotChanged extends PseudonymRefused {
        private static final long serialVersionUID = 1L;

        /** Why. */
        public enum Obstacle {
            /** The two custodians are one person. */
            SAME_PERSON("zelfde-persoon"),
            /** Not the generation after the one in force. */
            NOT_NEXT("niet-de-volgende"),
            /** A change is open: it is closed first. */
            OPEN("al-open"),
            /** No change is open. */
            NOT_OPEN("niet-open"),
            /** The keys of holder A are others than when it was proposed. */
            OTHER_KEYS("andere-sleutels"),
            /** More persons would be lost than the custodians stated. */
            MORE_LOST("meer-niet-teruggezien");

            private final String code;

            Obstacle(String code) {
                this.code = code;
            }

            /** Lower-case Dutch words joined by hyphens. */
            public String code() {
                return code;
            }
        }

        private final Obstacle obstacle;

        /** @param obstacle which check failed */
        public NotChanged(Obstacle obstacle) {
            super(Kind.CONFLICT, "reekswissel-geweigerd");
            this.obstacle = obstacle;
            fact("reden", obstacle.code());
        }

        /** Which check failed. */
        public Obstacle obstacle() {
            return obstacle;
        }
    }

    /** The stored values cannot be rotated; they are as they were. */
    public static final class NotRotated extends PseudonymRefused {
        private static final long serialVersionUID = 1L;

        /** Why. */
        public enum Reason {
            /** The two custodians are one person. */
            SAME_PERSON("zelfde-persoon"),
            /** Not the generation after the one in force. */
            NOT_NEXT("niet-de-volgende"),
            /** Holder B's store has no key of that generation. */
            KEY_MISSING("sleutel-ontbreekt"),
            /** The key of that generation is the one of an earlier generation. */
            KEY_REPEATED("sleutel-herhaald"),
            /** Two values became one. */
            COLLISION("botsing"),
            /** A count or a value that was computed a second time differs. */
            CHECK_FAILED("controle-mislukt"),
            /** A change of keys is open: it is closed first. */
            CHANGE_OPEN("reekswissel-open");

            private final String code;

            Reason(String code) {
                this.code = code;
            }

            /** Lower-case Dutch words joined by hyphens. */
            public String code() {
                return code;
            }
        }

        private final Reason reason;

        /** @param reason which check failed */
        public NotRotated(Reason reason) {
            super(Kind.CONFLICT, "rotatie-geweigerd");
            this.reason = reason;
            fact("reden", reason.code());
        }

        /** Which check failed. */
        public Reason reason() {
            return reason;
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

    /** A raise of a school's quota has a field of the wrong form. */
    public static final class RaiseWrong extends PseudonymRefused {
        private static final long serialVersionUID = 1L;

        /** @param field the name of the field in the contract */
        public RaiseWrong(String field) {
            super(Kind.INVALID, "ruimte-onjuist");
            fact("veld", field);
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
