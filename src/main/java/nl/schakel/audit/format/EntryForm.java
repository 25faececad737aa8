package nl.schakel.audit.format;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The members of entries, format 1, and the form of each: the table of {@code docs/explanation/audit-log.md} as a verifier
 * needs it, written apart from what writes the log.
 */
final class EntryForm {
    /** The kind of an operation on pupils' data. */
    static final String OPERATION = "ldv";

    /** UUID of version 7 in lower case. */
    static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    /** The bytes of a salt, hash or keyed hash in lower-case hexadecimal. */
    static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private static final double LARGEST = (1L << 53) - 1;
    private static final int LONGEST_NAME = 300;
    private static final Pattern WORDS = Pattern.compile("[a-z]+(-[a-z]+)*(\\.[a-z]+(-[a-z]+)*)+");
    private static final Pattern PATH = Pattern.compile("[a-z]+(-[a-z]+)*(/[A-Za-z0-9._:-]+)*");
    private static final Pattern MOMENT =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z");
    private static final Pattern PURPOSE = Pattern.compile("urn:schakel:verwerking:[a-z]+(-[a-z]+)*:[1-9][0-9]{0,3}");
    private static final Pattern TRACE = Pattern.compile("(?!0{32})[0-9a-f]{32}");
    private static final Pattern SPAN = Pattern.compile("(?!0{16})[0-9a-f]{16}");
    private static final Pattern PLACE = Pattern.compile("[!-~]{1,100}");

    private static final Map<String, Predicate<@Nullable Object>> SHARED = Map.of(
            "v", value -> Double.valueOf(1).equals(value),
            "id", text(ID),
            "t", text(MOMENT),
            "trace", text(TRACE),
            "span", text(SPAN),
            "purpose", text(PURPOSE));
    private static final Map<String, Predicate<@Nullable Object>> OF_ACT = with(Map.of(
            "kind", text(Pattern.compile("act|con|key|rel|sys")),
            "act", text(WORDS),
            "obj", text(PATH),
            "res", text(Pattern.compile("ok|denied|error")),
            "org", text(PLACE),
            "actor", orNull(text(HASH)),
            "sub", orNull(text(HASH)),
            "priv", orNull(text(HASH))));
    private static final Map<String, Predicate<@Nullable Object>> OF_OPERATION = with(Map.ofEntries(
            Map.entry("kind", text(Pattern.compile(OPERATION))),
            Map.entry("name", text(Pattern.compile("(?s).+"))),
            Map.entry("status", text(Pattern.compile("Error|Ok|Unset"))),
            Map.entry("start", EntryForm::isCount),
            Map.entry("end", EntryForm::isCount),
            Map.entry("lines", EntryForm::isCount),
            Map.entry("root", text(HASH)),
            Map.entry("spans", text(Pattern.compile("[0-9a-f]{16}"))),
            Map.entry("parent", orNull(text(SPAN))),
            Map.entry("sub", EntryForm::isNull),
            Map.entry("subtype", EntryForm::isNull)));
    private static final Set<String> KINDS = Set.of("act", "con", "key", "rel", "sys", OPERATION);

    private EntryForm() {}

    private static Map<String, Predicate<@Nullable Object>> with(Map<String, Predicate<@Nullable Object>> own) {
        Map<String, Predicate<@Nullable Object>> all = new TreeMap<>(SHARED);
        all.putAll(own);
        return all;
    }

    private static Predicate<@Nullable Object> text(Pattern form) {
        return value -> value instanceof String text
                && text.length() <= LONGEST_NAME
                && form.matcher(text).matches();
    }

    private static Predicate<@Nullable Object> orNull(Predicate<@Nullable Object> form) {
        return value -> value == null || form.test(value);
    }

    private static boolean isNull(@Nullable Object value) {
        return value == null;
    }

    /** Whether the value is a whole number from 0, below 2^53. */
    static boolean isCount(@Nullable Object value) {
        return value instanceof Double number && number >= 0 && number <= LARGEST && number == Math.rint(number);
    }

    /** Whether the members name a kind of entry that there is. */
    static boolean hasKind(Map<String, @Nullable Object> members) {
        return members.get("kind") instanceof String kind && KINDS.contains(kind);
    }

    /**
     * The members that are missing, in alphabetical order; where none is, an empty name if there are more than belong.
     *
     * @param members those of an entry that has a kind
     */
    static List<String> strange(Map<String, @Nullable Object> members) {
        Set<String> expected = table(members).keySet();
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(members.keySet());
        if (!missing.isEmpty()) {
            return List.copyOf(missing);
        }
        return members.size() > expected.size() ? List.of("") : List.of();
    }

    /**
     * The members that have another form, in alphabetical order.
     *
     * @param members exactly those of their kind
     */
    static List<String> wrong(Map<String, @Nullable Object> members) {
        return table(members).entrySet().stream()
                .filter(member -> !member.getValue().test(members.get(member.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Predicate<@Nullable Object>> table(Map<String, @Nullable Object> members) {
        return OPERATION.equals(members.get("kind")) ? OF_OPERATION : OF_ACT;
    }
}
