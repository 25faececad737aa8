package nl.schakel.audit.format;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** A period in Dutch: {@code 7 jaar}, {@code 1 jaar en 6 maanden}. */
final class PeriodWords {
    private PeriodWords() {}

    static String of(Period period) {
        List<String> parts = new ArrayList<>();
        add(parts, period.getYears(), "jaar", "jaar");
        add(parts, period.getMonths(), "maand", "maanden");
        add(parts, period.getDays(), "dag", "dagen");
        int last = parts.size() - 1;
        return last < 1 ? parts.get(0) : String.join(", ", parts.subList(0, last)) + " en " + parts.get(last);
    }

    private static void add(List<String> parts, int count, String one, String more) {
        if (count != 0) {
            parts.add(count + " " + (count == 1 ? one : more));
        }
    }
}
