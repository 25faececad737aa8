package nl.schakel.demo;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What came of a play, in the order in which it was noted; thread-safe. */
public final class PlayReport {
    private static final int LABEL = 44;
    private static final String RULE =
            "----------------------------------------------------------------------------------------";

    private final Map<String, String> lines = new LinkedHashMap<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();

    /** Notes a line of the table; the last value of a label stands. */
    public synchronized void note(String label, String value) {
        lines.put(label, value);
    }

    /** Adds to a count, which becomes a line of the table with the first addition. */
    public synchronized void add(String label, long number) {
        lines.put(label, "");
        counts.merge(label, number, Long::sum);
    }

    /** A count so far, 0 where nothing was added. */
    public synchronized long count(String label) {
        return counts.getOrDefault(label, 0L);
    }

    /** Prints the table. */
    public synchronized void print(PrintStream out) {
        out.println(RULE);
        lines.forEach((label, value) ->
                out.println(String.format(Locale.ROOT, "%-" + LABEL + "s %s", label, value(label, value))));
        out.println(RULE);
    }

    private String value(String label, String value) {
        Long count = counts.get(label);
        return count == null ? value : String.format(Locale.GERMANY, "%,15d", count);
    }
}
