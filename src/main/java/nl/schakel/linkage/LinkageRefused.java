package nl.schakel.linkage;

import nl.schakel.platform.problem.Refusal;

/** Why a run was not started or shown. */
public abstract sealed class LinkageRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private LinkageRefused(Kind kind, String slug) {
        super(kind, slug);
    }

    /** No register with a bridge file is loaded. */
    public static final class NoRegister extends LinkageRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public NoRegister() {
            super(Kind.CONFLICT, "geen-registers-geladen");
        }
    }

    /** No school has an approved delivery. */
    public static final class NothingApproved extends LinkageRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public NothingApproved() {
            super(Kind.CONFLICT, "geen-goedgekeurde-leveringen");
        }
    }

    /** There is no such run. */
    public static final class NotFound extends LinkageRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public NotFound() {
            super(Kind.NOT_FOUND, "koppeling-niet-gevonden");
        }
    }
}
