package nl.schakel.audit.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes what {@link StrictJson} reads in the canonical form of RFC 8785. Numbers: ECMA-262, Number::toString. */
final class CanonicalText {
    private static final double EXACT = 1L << 53;
    private static final int MOST_DIGITS = 17;
    private static final int LONGEST_WHOLE = 21;
    private static final int MOST_ZEROS = 6;

    private final StringBuilder out = new StringBuilder(512);

    private CanonicalText() {}

    /** The value as text. */
    static String of(@Nullable Object value) {
        CanonicalText text = new CanonicalText();
        text.value(value);
        return text.out.toString();
    }

    private void value(@Nullable Object value) {
        if (value instanceof String string) {
            quoted(string);
        } else if (value instanceof Double number) {
            out.append(number(number));
        } else if (value instanceof Map<?, ?> members) {
            object(members);
        } else if (value instanceof List<?> values) {
            array(values);
        } else {
            out.append(value);
        }
    }

    private void object(Map<?, ?> members) {
        char before = '{';
        for (Map.Entry<?, ?> member : new TreeMap<>(members).entrySet()) {
            out.append(before);
            quoted(String.valueOf(member.getKey()));
            out.append(':');
            value(member.getValue());
            before = ',';
        }
        out.append(members.isEmpty() ? "{}" : "}");
    }

    private void array(List<?> values) {
        out.append('[');
        for (int i = 0; i < values.size(); i++) {
            out.append(i == 0 ? "" : ",");
            value(values.get(i));
        }
        out.append(']');
    }

    private void quoted(String string) {
        out.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            int known = "\"\\\b\f\n\r\t".indexOf(c);
            if (known >= 0) {
                out.append('\\').append("\"\\bfnrt".charAt(known));
            } else if (c < ' ') {
                out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) <= EXACT) {
            return Long.toString((long) value);
        }
        String sign = value < 0 ? "-" : "";
        return sign + positive(Math.abs(value));
    }

    /** The fewest digits that mean this number, and of those the nearest. */
    private static String positive(double value) {
        BigDecimal exact = new BigDecimal(value);
        BigDecimal shortest = exact;
        for (int digits = MOST_DIGITS; digits > 0; digits--) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() != value) {
                break;
            }
            shortest = rounded;
        }
        shortest = shortest.stripTrailingZeros();
        return placed(shortest.unscaledValue().toString(), shortest.precision() - shortest.scale());
    }

    /** @param point where the decimal point stands, counted from before the first digit */
    private static String placed(String digits, int point) {
        int count = digits.length();
        if (count <= point && point <= LONGEST_WHOLE) {
            return digits + "0".repeat(point - count);
        }
        if (0 < point && point <= LONGEST_WHOLE) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (-MOST_ZEROS < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        String mantissa = count == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        int exponent = point - 1;
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }
}
