package nl.schakel.extract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.schakel.platform.problem.Refusal;

/** Why an extract cannot be built or seen. */
public abstract sealed class ExtractRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private ExtractRefused(Kind kind, String slug) {
        super(kind, slug);
    }

    /** There is no such extract, or it is not this person's to see. */
    public static final class Unknown extends ExtractRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public Unknown() {
            super(Kind.NOT_FOUND, "extract-onbekend");
        }
    }

    /** The study's end date has passed. */
    public static final class StudyEnded extends ExtractRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public StudyEnded() {
            super(Kind.GONE, "onderzoek-afgelopen");
        }
    }

    /** A granted variable no longer stands in the catalogue. */
    public static final class VariableGone extends ExtractRefused {
        private static final long serialVersionUID = 1L;

        /** @param variables the names */
        public VariableGone(List<String> variables) {
            super(Kind.CONFLICT, "variabele-vervallen");
            fact("variabelen", variables);
        }
    }

    /** There is no linkage, or registers were loaded after it: nobody verified the links against what would be read. */
    public static final class LinkageOutdated extends ExtractRefused {
        private static final long serialVersionUID = 1L;

        /** No facts. */
        public LinkageOutdated() {
            super(Kind.CONFLICT, "koppeling-verouderd");
        }
    }

    /** The population has too few linked pupils for any release. */
    public static final class TooFewPupils extends ExtractRefused {
        private static final long serialVersionUID = 1L;

        /** @param needed the smallest number; how many there are is not told */
        public TooFewPupils(int needed) {
            super(Kind.CONFLICT, "te-weinig-leerlingen");
            fact("minimum", needed);
        }
    }

    /** The variables together, over all years, make more columns than can be protected. */
    public static final class TooManyColumns extends ExtractRefused {
        private static final long serialVersionUID = 1L;

        /**
         * @param columns quasi-identifying columns asked for
         * @param most the largest number
         */
        public TooManyColumns(int columns, int most) {
            super(Kind.CONFLICT, "te-veel-kolommen");
            fact("kolommen", columns);
            fact("maximum", most);
        }
    }

    /** Too much would have to be suppressed before no pupil is recognizable. */
    public static final class TooMuchSuppression extends ExtractRefused {
        private static final long serialVersionUID = 1L;

        /**
         * A variable that causes it.
         *
         * @param variabele its name
         * @param aandeel for a recognizable one, the share of pupils that would still be recognizable without it; for one
         *     with too few different values, the share of cells to suppress
         * @param reden {@code herkenbaar} or {@code te-weinig-verschil}
         */
        public record Cause(String variabele, double aandeel, String reden) {
            private Map<String, Object> members() {
                Map<String, Object> members = new LinkedHashMap<>();
                members.put("variabele", variabele);
                members.put("aandeel", aandeel);
                members.put("reden", reden);
                return members;
            }
        }

        /**
         * @param share share of pupils recognizable with everything on its coarsest level
         * @param causes the variables, the worst first
         */
        public TooMuchSuppression(double share, List<Cause> causes) {
            super(Kind.CONFLICT, "te-veel-onderdrukt");
            fact("aandeelHerkenbaar", Shares.rounded(share));
            fact("variabelen", causes.stream().map(Cause::members).toList());
        }
    }
}
