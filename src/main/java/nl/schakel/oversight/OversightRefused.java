package nl.schakel.oversight;

import nl.schakel.platform.problem.Refusal;

/** Why a pupil is not looked up. */
public abstract sealed class OversightRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private OversightRefused(Kind kind, String slug) {
        super(kind, slug);
    }

    /** The ground or the reason is missing, or the reason holds what looks like a number. */
    public static final class UnfitReason extends OversightRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public UnfitReason() {
            super(Kind.INVALID, "reden-niet-geschikt");
        }
    }

    /** There is no such request. */
    public static final class Unknown extends OversightRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public Unknown() {
            super(Kind.NOT_FOUND, "inzageverzoek-onbekend");
        }
    }

    /** Nobody approves the own request. */
    public static final class OwnRequest extends OversightRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public OwnRequest() {
            super(Kind.FORBIDDEN, "eigen-inzageverzoek");
        }
    }

    /** Only who asked uses the request. */
    public static final class OtherOfficer extends OversightRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public OtherOfficer() {
            super(Kind.FORBIDDEN, "inzageverzoek-van-ander");
        }
    }

    /** The request stands elsewhere than this step needs. */
    public static final class WrongState extends OversightRefused {
        private static final long serialVersionUID = 1L;

        /** @param state where it stands */
        public WrongState(LookUp.State state) {
            super(Kind.CONFLICT, "inzageverzoek-in-andere-staat");
            fact("status", state.dutch());
        }
    }

    /** The request was not approved, or not used, in time. */
    public static final class Expired extends OversightRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public Expired() {
            super(Kind.GONE, "inzageverzoek-verlopen");
        }
    }

    /** What was typed is no number; the request stays open. */
    public static final class NumberWrong extends OversightRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public NumberWrong() {
            super(Kind.INVALID, "leerlingnummer-onjuist");
        }
    }

    /** The officer has done all look-ups of the day. */
    public static final class TooManyToday extends OversightRefused {
        private static final long serialVersionUID = 1L;

        /** @param most how many an officer may do in a day */
        public TooManyToday(int most) {
            super(Kind.TOO_MANY, "inzage-op");
            fact("meest", most);
        }
    }
}
