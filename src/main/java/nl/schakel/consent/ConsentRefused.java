package nl.schakel.consent;

import java.util.List;
import nl.schakel.platform.problem.Fault;
import nl.schakel.platform.problem.Refusal;

/** Why an objection or a decision was not recorded. */
public abstract sealed class ConsentRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private ConsentRefused(Kind kind, String slug) {
        super(kind, slug);
    }

    /** Something in the request is missing or wrong; nothing of it was recorded. */
    public static final class Wrong extends ConsentRefused {
        private static final long serialVersionUID = 1L;
        private final transient List<Fault> faults;

        /** @param faults at least one; all of the request together */
        public Wrong(List<Fault> faults) {
            super(Kind.INVALID, "opgave-onjuist");
            this.faults = List.copyOf(faults);
            fact("aantalFouten", faults.size());
        }

        @Override
        public List<Fault> faults() {
            return faults;
        }
    }

    /** More in one request than is taken at once. */
    public static final class TooMany extends ConsentRefused {
        private static final long serialVersionUID = 1L;

        /** @param most how many are taken at once */
        public TooMany(int most) {
            super(Kind.TOO_LARGE, "te-veel-tegelijk");
            fact("meest", most);
        }
    }

    /** The school has no objection of that identifier. */
    public static final class UnknownObjection extends ConsentRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public UnknownObjection() {
            super(Kind.NOT_FOUND, "bezwaar-onbekend");
        }
    }

    /** The site by which the pupil is named is not one of the school that acts. */
    public static final class OtherSchool extends ConsentRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public OtherSchool() {
            super(Kind.FORBIDDEN, "vestiging-niet-eigen");
        }
    }
}
