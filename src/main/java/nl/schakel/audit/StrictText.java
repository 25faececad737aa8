package nl.schakel.audit;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;

/** Readers that accept each value in one spelling only. */
final class StrictText {
    private static final int DIGITS = 19;

    private StrictText() {}

    /** The bytes, or empty where the text is not their standard Base64 with padding (RFC 4648, section 4). */
    static Optional<byte[]> base64(String text) {
        try {
            byte[] value = Base64.getDecoder().decode(text);
            // unused bits are zero and padding is there
            return Base64.getEncoder().encodeToString(value).equals(text) ? Optional.of(value) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The 32 bytes of a hash in Base64, or empty. */
    static Optional<byte[]> hash(String text) {
        return base64(text).filter(value -> value.length == TreeHash.LENGTH);
    }

    /** The number from 0 to 2^63 - 1, or empty where the text is not its decimal without leading zero. */
    static OptionalLong number(String text) {
        boolean decimal = !text.isEmpty()
                && text.length() <= DIGITS
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && (text.length() == 1 || text.charAt(0) != '0');
        try {
            return decimal ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** The text of these bytes, or empty where they are not UTF-8. */
    static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Whether the text can be written as UTF-8, and holds no control character of ASCII but newline. */
    static boolean printable(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text)
                && text.chars().allMatch(c -> c >= ' ' || c == '\n');
    }

    /** Whether the text can be the name of a key: not empty, no space of Unicode, no plus, nothing unprintable. */
    static boolean keyName(String text) {
        return !text.isEmpty()
                && printable(text)
                && text.codePoints().noneMatch(c -> c == '+' || c == 0x85 || c == '\n' || Character.isSpaceChar(c));
    }
}
