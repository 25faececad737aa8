package nl.schakel.delivery.format;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Dates and numbers out of text without garbage and without a library that would quote the text in its error. ASCII
 * digits only.
 */
final class Values {
    /** What a parser answers where the text has another form. */
    static final long NO_DATE = Long.MIN_VALUE;

    static final int NO_NUMBER = -1;
    private static final int LARGEST_SCORE = 1_000_000;
    private static final double LARGEST_DECIMAL = 100_000;
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12};

    private Values() {}

    /**
     * The epoch day of an {@code xs:date} ({@code 2022-01-25}, a time zone after it is allowed and ignored), or
     * {@link #NO_DATE}.
     */
    static long date(CharSequence text) {
        if (text.length() < 10 || text.charAt(4) != '-' || text.charAt(7) != '-' || !isZone(text, 10)) {
            return NO_DATE;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        if (year < 1 || month < 1 || month > 12 || day < 1) {
            return NO_DATE;
        }
        boolean exists = day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth();
        return exists ? epochDay(year, month, day) : NO_DATE;
    }

    /** {@link LocalDate#toEpochDay} without an object; the years 1 to 9999. */
    private static long epochDay(int year, int month, int day) {
        int y = month <= 2 ? year - 1 : year;
        int era = y / 400;
        int yearOfEra = y - era * 400;
        int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468L;
    }

    private static boolean isZone(CharSequence text, int from) {
        int rest = text.length() - from;
        if (rest == 0 || (rest == 1 && text.charAt(from) == 'Z')) {
            return true;
        }
        boolean sign = rest == 6 && (text.charAt(from) == '+' || text.charAt(from) == '-');
        return sign
                && text.charAt(from + 3) == ':'
                && digits(text, from + 1, from + 3) >= 0
                && digits(text, from + 4, from + 6) >= 0;
    }

    /** A whole number of 0 to 1,000,000, or {@link #NO_NUMBER}. */
    static int score(CharSequence text) {
        int length = text.length();
        if (length == 0 || length > 7) {
            return NO_NUMBER;
        }
        int value = digits(text, 0, length);
        return value <= LARGEST_SCORE ? value : NO_NUMBER;
    }

    /** The number between two positions, or -1 where one is no ASCII digit; at most nine digits. */
    static int digits(CharSequence text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NO_NUMBER;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /**
     * A decimal number between -100,000 and 100,000 with at most twelve decimals, or NaN.
     *
     * @param alsoComma whether {@code 1,5} is right too, as it is in Dutch CSV
     */
    static double decimal(CharSequence text, boolean alsoComma) {
        int length = text.length();
        int at = length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        boolean negative = at == 1 && text.charAt(0) == '-';
        long value = 0;
        int whole = 0;
        int decimals = -1;
        for (; at < length; at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9' && whole < 18) {
                value = value * 10 + (c - '0');
                whole++;
                decimals += decimals >= 0 ? 1 : 0;
            } else if (decimals < 0 && (c == '.' || (alsoComma && c == ','))) {
                decimals = 0;
            } else {
                return Double.NaN;
            }
        }
        if (whole == 0 || decimals >= POWERS.length) {
            return Double.NaN;
        }
        double number = value / POWERS[Math.max(decimals, 0)];
        return number > LARGEST_DECIMAL ? Double.NaN : negative ? -number : number;
    }
}
