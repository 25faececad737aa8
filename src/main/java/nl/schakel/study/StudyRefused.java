package nl.schakel.study;

import java.util.List;
import nl.schakel.platform.problem.Fault;
import nl.schakel.platform.problem.Refusal;

/** Why a request or a review is turned away. */
public abstract sealed class StudyRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private StudyRefused(Kind kind, String slug) {
        super(kind, slug);
    }

    /** There is no such study, or it is not this person's to see. */
    public static final class Unknown extends StudyRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public Unknown() {
            super(Kind.NOT_FOUND, "onderzoek-onbekend");
        }
    }

    /** The study is not approved, or no longer. */
    public static final class NotApproved extends StudyRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public NotApproved() {
            super(Kind.CONFLICT, "onderzoek-niet-goedgekeurd");
        }
    }

    /** The step does not fit the state in which the study is. */
    public static final class WrongState extends StudyRefused {
        private static final long serialVersionUID = 1L;

        /**
         * @param state where the study stands
         * @param step what was asked
         */
        public WrongState(StudyState state, StudyStep step) {
            super(Kind.CONFLICT, "onderzoek-in-andere-staat");
            fact("staat", state.name());
            fact("stap", step.name());
        }
    }

    /** The request is not complete; all gaps together. */
    public static final class Incomplete extends StudyRefused {
        private static final long serialVersionUID = 1L;
        private final transient List<Fault> faults;

        /** @param faults what is missing or wrong, at least one */
        public Incomplete(List<Fault> faults) {
            super(Kind.INVALID, "onderzoek-onvolledig");
            this.faults = List.copyOf(faults);
            fact("aantal", this.faults.size());
        }

        @Override
        public List<Fault> faults() {
            return faults;
        }
    }

    /** The applicant or a team member tried to review. */
    public static final class OwnStudy extends StudyRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public OwnStudy() {
            super(Kind.FORBIDDEN, "eigen-onderzoek-beoordelen");
        }
    }

    /** The same person, or another in the same role, reviewed this round already. */
    public static final class AlreadyReviewed extends StudyRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public AlreadyReviewed() {
            super(Kind.CONFLICT, "al-beoordeeld");
        }
    }

    /** A return or refusal needs a reason. */
    public static final class ReasonMissing extends StudyRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public ReasonMissing() {
            super(Kind.INVALID, "beoordeling-zonder-reden");
        }
    }

    /** A team member's sign-in name is not known. */
    public static final class UnknownColleague extends StudyRefused {
        private static final long serialVersionUID = 1L;

        /** @param count how many of the names are unknown */
        public UnknownColleague(int count) {
            super(Kind.INVALID, "teamlid-onbekend");
            fact("aantal", count);
        }
    }

    /** A review says neither to approve, nor to return, nor to refuse. */
    public static final class UnknownVerdict extends StudyRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public UnknownVerdict() {
            super(Kind.INVALID, "oordeel-onbekend");
        }
    }
}
