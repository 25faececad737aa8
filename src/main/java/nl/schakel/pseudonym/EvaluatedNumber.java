package nl.schakel.pseudonym;

import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * y of LVS-PSN-1: the evaluated number that a school obtained blind, 32 bytes, of which holder B's keys make the linkage
 * pseudonym. As text it is Base64url without padding, 43 characters, so that no text of nine digits is ever one; of a later
 * version of the key with that version before it, and while a change of keys is open with the earlier one after it.
 *
 * <p>Compared by content; cannot be printed. Immutable and thread-safe.
 */
public final class EvaluatedNumber {
    /** The number of bytes. */
    public static final int LENGTH = 32;

    private static final String ONE = "(?:(?<version%1$s>[1-9][0-9]{0,5})\\.)?(?<%2$s>[A-Za-z0-9_-]{43})";
    private static final Pattern WRITTEN = Pattern.compile(String.format(Locale.ROOT, ONE, "", "y") + "(?:\\+"
            + String.format(Locale.ROOT, ONE, "Before", "before") + ")?");
    private static final int LONGEST = 2 * (6 + 1 + 43) + 1;

    private final byte[] bytes;
    private final int version;
    private final @Nullable EvaluatedNumber earlier;

    private EvaluatedNumber(byte[] bytes, int version, @Nullable EvaluatedNumber earlier) {
        this.bytes = bytes;
        this.version = version;
        this.earlier = earlier;
    }

    /** The same number evaluated with this version of the key {@code oprf}. @throws IllegalArgumentException below 1 */
    public EvaluatedNumber ofVersion(int oprf) {
        if (oprf < 1) {
            throw new IllegalArgumentException("versions count from 1");
        }
        return new EvaluatedNumber(bytes, oprf, earlier);
    }

    /** The same number evaluated with the earlier version as well, while a change of keys is open. */
    public EvaluatedNumber with(EvaluatedNumber earlierValue) {
        return new EvaluatedNumber(bytes, version, Objects.requireNonNull(earlierValue, "earlierValue"));
    }

    /** The version of the key {@code oprf} with which it was evaluated. */
    public int version() {
        return version;
    }

    /** A copy of the 32 bytes under this version of the key {@code oprf}, where it was evaluated with it. */
    public Optional<byte[]> under(int oprf) {
        if (oprf == version) {
            return Optional.of(bytes());
        }
        return Optional.ofNullable(earlier).flatMap(other -> other.under(oprf));
    }

    /** Takes a copy. @throws IllegalArgumentException where there are not 32 bytes */
    public static EvaluatedNumber of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("an evaluated number has 32 bytes");
        }
        return new EvaluatedNumber(bytes.clone(), 1, null);
    }

    /** Reads the one spelling; empty for anything else. */
    public static Optional<EvaluatedNumber> parse(CharSequence text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        Optional<EvaluatedNumber> newest = one(written.group("version"), written.group("y"));
        if (written.group("before") == null) {
            return newest;
        }
        return one(written.group("versionBefore"), written.group("before"))
                .flatMap(
                        before -> newest.filter(y -> y.version > before.version).map(y -> y.with(before)));
    }

    private static Optional<EvaluatedNumber> one(@Nullable String version, String text) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        if (!encoder().encodeToString(bytes).equals(text)) {
            return Optional.empty();
        }
        int number = version == null ? 1 : Integer.parseInt(version);
        return version != null && number == 1
                ? Optional.empty()
                : Optional.of(of(bytes).ofVersion(number));
    }

    private static Base64.Encoder encoder() {
        return Base64.getUrlEncoder().withoutPadding();
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The text: 43 characters of Base64url, after the version where that is not 1; then, after a plus, the earlier one. */
    public String text() {
        String own = (version == 1 ? "" : version + ".") + encoder().encodeToString(bytes);
        return earlier == null ? own : own + "+" + earlier.text();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EvaluatedNumber that
                && version == that.version
                && Arrays.equals(bytes, that.bytes)
                && Objects.equals(earlier, that.earlier);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "EvaluatedNumber[hidden]";
    }
}
