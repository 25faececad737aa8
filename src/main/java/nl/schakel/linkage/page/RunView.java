package nl.schakel.linkage.page;

import java.util.List;
import java.util.Locale;
import nl.schakel.linkage.Counts;
import nl.schakel.linkage.Outcome;
import nl.schakel.linkage.Run;
import nl.schakel.platform.web.PageContext;

/** A run with its counts in the order in which the page shows them. */
public record RunView(Run run) {
    /** One line of a table of counts. */
    public record Line(String label, Counts counts) {}

    /** The values of a breakdown, in words. */
    public List<Line> lines(PageContext page, String dimension) {
        var values = run.report().breakdowns().get(dimension);
        return values == null
                ? List.of()
                : values.entrySet().stream()
                        .map(entry -> new Line(label(page, dimension, entry.getKey()), entry.getValue()))
                        .toList();
    }

    private static String label(PageContext page, String dimension, String value) {
        return page.texts().find("linkage." + dimension + "." + value).orElse(value);
    }

    /** A share as a percentage with one decimal. */
    public static String percentage(PageContext page, double share) {
        Locale locale = page.language().locale();
        return String.format(locale, "%.1f%%", share * 100);
    }

    /** Persons with an outcome. */
    public static long count(Counts counts, Outcome outcome) {
        return counts.of(outcome);
    }
}
