package nl.schakel.disclosure;

/**
 * An attempt to make a table safe.
 *
 * @param outcome the safe table, or why there is none
 * @param looked how many combinations of levels were looked at
 * @param exact whether every repairable combination was considered; otherwise the limit of nodes was met
 */
public record Attempt(Outcome outcome, int looked, boolean exact) {}
