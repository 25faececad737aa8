package nl.schakel.pseudonym;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a key, which tells its holder: {@code oprf}, {@code token}, {@code link/2}, {@code research/1}, {@code
 * subject/2026}, {@code staff/2026}, {@code checkpoint}, {@code checkpoint-ml-dsa-44}, {@code manifest}. Later ones of
 * holder A carry a number: {@code oprf/2}. Sorted by family and number.
 */
public record KeyId(String value) implements Comparable<KeyId> {
    private static final Pattern NUMBERED = Pattern.compile("(link|research|subject|staff)/[1-9][0-9]{0,5}");
    private static final Pattern SINGLE =
            Pattern.compile("(oprf|token)(/([2-9]|[1-9][0-9]{1,5}))?|checkpoint(-ml-dsa-44)?|manifest");
    private static final Comparator<KeyId> ORDER =
            Comparator.comparing(KeyId::holder).thenComparing(KeyId::family).thenComparing(KeyId::number);

    /** @throws IllegalArgumentException where it names no key */
    public KeyId {
        if (!isKeyId(value)) {
            throw new IllegalArgumentException("not the name of a key");
        }
    }

    /** The name in a text, if it is one. */
    public static Optional<KeyId> parse(String text) {
        return isKeyId(text) ? Optional.of(new KeyId(text)) : Optional.empty();
    }

    /** The version of a key of holder A, counted from 1. @throws IllegalArgumentException where it names no key */
    static KeyId version(String family, int number) {
        return new KeyId(number == 1 ? family : family + "/" + number);
    }

    private static boolean isKeyId(String text) {
        return NUMBERED.matcher(text).matches() || SINGLE.matcher(text).matches();
    }

    /** What stands before the slash. */
    public String family() {
        int slash = value.indexOf('/');
        return slash < 0 ? value : value.substring(0, slash);
    }

    /** What stands after the slash: generation, year or series; 1 where there is none. */
    public int number() {
        int slash = value.indexOf('/');
        return slash < 0 ? 1 : Integer.parseInt(value.substring(slash + 1));
    }

    /** Whether another key can take its name after a leak: of these the log has one each, without a number. */
    public boolean canBeReplaced() {
        return family().startsWith("checkpoint") || value.equals("manifest");
    }

    /** Who keeps it. */
    public Holder holder() {
        return switch (family()) {
            case "oprf", "token" -> Holder.A;
            case "link", "research" -> Holder.B;
            default -> Holder.LOG;
        };
    }

    @Override
    public int compareTo(KeyId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return value;
    }
}
