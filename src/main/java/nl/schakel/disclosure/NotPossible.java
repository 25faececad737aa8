package nl.schakel.disclosure;

import java.util.List;

/**
 * The table cannot be made safe within the limits.
 *
 * @param share the share of persons that would still be recognizable with every quasi-identifier on its coarsest level
 * @param causes the variables that cause it, the worst first
 */
public record NotPossible(double share, List<Cause> causes) implements Outcome {
    /** Takes a copy. */
    public NotPossible {
        causes = List.copyOf(causes);
    }

    /**
     * A variable that causes the refusal.
     *
     * @param variable its name
     * @param shareWithout for a quasi-identifier, the share of persons that would be recognizable without this variable;
     *     for a sensitive column, the share of its cells that would have to be suppressed
     * @param reason which of both
     */
    public record Cause(String variable, double shareWithout, Reason reason) {}

    /** In which way a variable causes a refusal. */
    public enum Reason {
        /** Persons can be recognized by it, together with others. */
        RECOGNIZABLE,
        /** Persons who look alike have too few different values of it. */
        TOO_ALIKE
    }
}
