package nl.schakel.linkage;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a run went, as counts of persons.
 *
 * @param all everybody who was delivered and not objected
 * @param byMethod persons by how the outcome was reached, in the words of {@link Method}
 * @param breakdowns for each dimension ({@code part}, {@code sex}, {@code grade}) the counts by value
 */
public record RunReport(
        Counts all, SortedMap<String, Long> byMethod, SortedMap<String, SortedMap<String, Counts>> breakdowns) {
    /** No counts yet. */
    public static final RunReport NONE = new RunReport(new Counts(Map.of()), new TreeMap<>(), new TreeMap<>());
}
