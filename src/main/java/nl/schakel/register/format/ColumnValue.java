package nl.schakel.register.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import nl.schakel.register.RegisterColumn;
import nl.schakel.register.RegisterRule;
import org.jspecify.annotations.Nullable;

/**
 * What a field says: a value, nothing, or something that breaks a rule. Empty fields, hyphens ({@code -}, {@code --},
 * {@code ----}), {@code 9999} in whole numbers and nine or ten nines in amounts mean that the register does not know.
 */
record ColumnValue(@Nullable Object value, Optional<RegisterRule> broken) {
    static final ColumnValue NONE = new ColumnValue(null, Optional.empty());
    private static final int LONGEST_TEXT = 64;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    static ColumnValue of(RegisterColumn column, String text) {
        if (isMissing(text)) {
            return NONE;
        }
        return switch (column.kind()) {
            case TEXT -> text.length() <= LONGEST_TEXT ? known(text) : broken(RegisterRule.CODE_WRONG);
            case WHOLE -> whole(column, text);
            case DECIMAL -> decimal(column, text);
            case YEAR_OF_DAY -> yearOfDay(text);
        };
    }

    /** Whether the text is empty or hyphens only. */
    static boolean isMissing(String text) {
        return text.chars().allMatch(c -> c == '-');
    }

    private static ColumnValue known(Object value) {
        return new ColumnValue(value, Optional.empty());
    }

    private static ColumnValue broken(RegisterRule rule) {
        return new ColumnValue(null, Optional.of(rule));
    }

    private static boolean isNines(String text) {
        return text.chars().allMatch(c -> c == '9');
    }

    private static ColumnValue whole(RegisterColumn column, String text) {
        if (text.length() >= 4 && isNines(text)) {
            return NONE;
        }
        boolean digits = text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        long value = digits ? Long.parseLong(text) : -1;
        return digits && value >= column.from() && value <= column.to()
                ? known(value)
                : broken(RegisterRule.CODE_WRONG);
    }

    private static ColumnValue decimal(RegisterColumn column, String text) {
        if (text.length() >= 9 && isNines(text)) {
            return NONE;
        }
        if (!text.matches("[+-]?[0-9]{1,12}([.,][0-9]{1,9})?")) {
            return broken(RegisterRule.VALUE_WRONG);
        }
        double value = Double.parseDouble(text.replace(',', '.'));
        return value >= column.from() && value <= column.to() ? known(value) : broken(RegisterRule.VALUE_WRONG);
    }

    private static ColumnValue yearOfDay(String text) {
        if (text.equals("88888888") || text.equals("99999999")) {
            return NONE;
        }
        try {
            return text.length() == 8
                    ? known((long) LocalDate.parse(text, DAY).getYear())
                    : broken(RegisterRule.DATE_WRONG);
        } catch (DateTimeException e) {
            return broken(RegisterRule.DATE_WRONG);
        }
    }
}
