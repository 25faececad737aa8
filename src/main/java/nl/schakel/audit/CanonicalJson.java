package nl.schakel.audit;

import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes flat JSON objects in the canonical form of RFC 8785 (JCS): names in UTF-16 order, no white space, the shortest
 * escapes. Values are strings, integers below 2^53 in size, booleans and null, which is all that an entry holds. The tests
 * compare it with an independent implementation.
 */
final class CanonicalJson {
    private CanonicalJson() {}

    /**
     * The object as text.
     *
     * @throws IllegalArgumentException for a value of another type or a string with half a surrogate pair
     */
    static String of(SortedMap<String, ? extends @Nullable Object> members) {
        StringBuilder out = new StringBuilder(512).append('{');
        for (Map.Entry<String, ? extends @Nullable Object> member : members.entrySet()) {
            if (out.length() > 1) {
                out.append(',');
            }
            quote(out, member.getKey());
            value(out.append(':'), member.getValue());
        }
        return out.append('}').toString();
    }

    private static void value(StringBuilder out, @Nullable Object value) {
        if (value instanceof String text) {
            quote(out, text);
        } else if (value == null || value instanceof Long || value instanceof Boolean) {
            out.append(value);
        } else {
            throw new IllegalArgumentException("not a value of an entry: " + value.getClass());
        }
    }

    static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c) && !halfOfPair(text, i)) {
                throw new IllegalArgumentException("half a surrogate pair");
            }
            escape(out, c);
        }
        out.append('"');
    }

    private static boolean halfOfPair(String text, int i) {
        char c = text.charAt(i);
        return Character.isHighSurrogate(c)
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }

    private static void escape(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < ' ') {
                    out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
