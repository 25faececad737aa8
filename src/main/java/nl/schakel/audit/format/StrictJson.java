package nl.schakel.audit.format;

import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) and tells whether a text is its own canonical form (RFC 8785): objects are maps in the order of the
 * text, arrays lists, numbers {@code Double}, {@code null} null. Written apart from what writes the log. Refused besides
 * what is not JSON: a name that comes twice, half a surrogate pair, a number without a finite value, more than {@value
 * #DEEPEST} levels. Not thread-safe.
 */
final class StrictJson {
    private static final int DEEPEST = 16;
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");
    private static final String ESCAPED = "\"\\/bfnrt";
    private static final String MEANT = "\"\\/\b\f\n\r\t";
    private static final int HEX_DIGITS = 4;

    private final String text;
    private int at;

    private StrictJson(String text) {
        this.text = text;
    }

    /** The text is not JSON, or has what is refused. */
    static final class NotJson extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** The value of a text. */
    static @Nullable Object parse(String text) throws NotJson {
        StrictJson json = new StrictJson(text);
        @Nullable Object value = json.value(0);
        json.skip();
        if (json.at < text.length()) {
            throw new NotJson();
        }
        return value;
    }

    /** The members of an object that is written in its canonical form; otherwise empty. */
    @SuppressWarnings("unchecked") // what parse makes of an object
    static Optional<Map<String, @Nullable Object>> canonicalObject(String text) {
        try {
            return parse(text) instanceof Map<?, ?> map && CanonicalText.of(map).equals(text)
                    ? Optional.of((Map<String, @Nullable Object>) map)
                    : Optional.empty();
        } catch (NotJson e) {
            return Optional.empty();
        }
    }

    /** The same of a line of a file; empty also where it is not UTF-8. */
    static Optional<Map<String, @Nullable Object>> canonicalObject(LineReader line) {
        try {
            return canonicalObject(line.text());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private @Nullable Object value(int depth) throws NotJson {
        skip();
        if (depth > DEEPEST || at >= text.length()) {
            throw new NotJson();
        }
        return switch (text.charAt(at)) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object(int depth) throws NotJson {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        at++;
        if (!taken('}')) {
            do {
                skip();
                String name = string();
                require(':');
                if (members.containsKey(name)) {
                    throw new NotJson();
                }
                members.put(name, value(depth + 1));
            } while (taken(','));
            require('}');
        }
        return members;
    }

    private List<@Nullable Object> array(int depth) throws NotJson {
        List<@Nullable Object> values = new ArrayList<>();
        at++;
        if (!taken(']')) {
            do {
                values.add(value(depth + 1));
            } while (taken(','));
            require(']');
        }
        return values;
    }

    private String string() throws NotJson {
        if (at >= text.length() || text.charAt(at) != '"') {
            throw new NotJson();
        }
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
            char c = text.charAt(at);
            if (c < ' ') {
                throw new NotJson();
            }
            value.append(c == '\\' ? escaped() : c);
        }
        require('"');
        return whole(value.toString());
    }

    private char escaped() throws NotJson {
        at++;
        char c = at < text.length() ? text.charAt(at) : ' ';
        int known = ESCAPED.indexOf(c);
        if (known >= 0) {
            return MEANT.charAt(known);
        }
        if (c != 'u' || at + HEX_DIGITS >= text.length()) {
            throw new NotJson();
        }
        int code = 0;
        for (int i = 0; i < HEX_DIGITS; i++) {
            at++;
            int digit = text.charAt(at) < 128 ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0) {
                throw new NotJson();
            }
            code = code << 4 | digit;
        }
        return (char) code;
    }

    private static String whole(String value) throws NotJson {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isSurrogate(value.charAt(i))) {
                boolean pair =
                        i + 1 < value.length() && Character.isSurrogatePair(value.charAt(i), value.charAt(i + 1));
                if (!pair) {
                    throw new NotJson();
                }
                i++;
            }
        }
        return value;
    }

    private @Nullable Object word(String word, @Nullable Object meant) throws NotJson {
        if (!text.startsWith(word, at)) {
            throw new NotJson();
        }
        at += word.length();
        return meant;
    }

    private Double number() throws NotJson {
        Matcher form = NUMBER.matcher(text).region(at, text.length());
        if (!form.lookingAt()) {
            throw new NotJson();
        }
        at = form.end();
        double value = Double.parseDouble(form.group());
        if (Double.isInfinite(value)) {
            throw new NotJson();
        }
        return value;
    }

    private void require(char expected) throws NotJson {
        if (!taken(expected)) {
            throw new NotJson();
        }
    }

    private boolean taken(char expected) {
        skip();
        boolean there = at < text.length() && text.charAt(at) == expected;
        if (there) {
            at++;
        }
        return there;
    }

    private void skip() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
