package nl.schakel.release;

import nl.schakel.platform.problem.Refusal;

/** Why an extract does not leave. */
public abstract sealed class ReleaseRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private ReleaseRefused(Kind kind, String slug) {
        super(kind, slug);
    }

    /** There is no such release, or it is not this person's to see. */
    public static final class Unknown extends ReleaseRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public Unknown() {
            super(Kind.NOT_FOUND, "vrijgave-onbekend");
        }
    }

    /** The step does not fit the state in which the release is. */
    public static final class WrongState extends ReleaseRefused {
        private static final long serialVersionUID = 1L;

        /**
         * @param state where the release stands
         * @param step what was asked
         */
        public WrongState(ReleaseState state, ReleaseStep step) {
            super(Kind.CONFLICT, "vrijgave-in-andere-staat");
            fact("staat", state.name());
            fact("stap", step.name());
        }
    }

    /** The applicant or a team member tried to release. */
    public static final class OwnExtract extends ReleaseRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public OwnExtract() {
            super(Kind.FORBIDDEN, "eigen-extract-vrijgeven");
        }
    }

    /** Somebody else agreed from the same side already; the other side is missing. */
    public static final class SideTaken extends ReleaseRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public SideTaken() {
            super(Kind.CONFLICT, "kant-al-vrijgegeven");
        }
    }

    /**
     * A pupil in the package objected, or consent ended, since it was built. It cannot leave any more; a new extract needs a
     * new check and two new approvals. Says neither who nor how many.
     */
    public static final class BasisLost extends ReleaseRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public BasisLost() {
            super(Kind.CONFLICT, "grondslag-vervallen");
        }
    }

    /** The end date has passed, or the study ended. */
    public static final class Expired extends ReleaseRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public Expired() {
            super(Kind.GONE, "vrijgave-verlopen");
        }
    }

    /** A recall needs a reason. */
    public static final class ReasonMissing extends ReleaseRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public ReasonMissing() {
            super(Kind.INVALID, "terugroepen-zonder-reden");
        }
    }
}
