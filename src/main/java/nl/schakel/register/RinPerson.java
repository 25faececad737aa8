package nl.schakel.register;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A person's key at CBS: source flag and nine characters. It never leaves CBS and is stored here as a token only; cannot be
 * printed or compared.
 */
public final class RinPerson {
    private static final int LENGTH = 9;
    private final byte[] canonical;

    private RinPerson(byte[] canonical) {
        this.canonical = canonical;
    }

    /** The key of one capital letter and nine ASCII letters or digits, or empty. */
    public static Optional<RinPerson> parse(String source, String number) {
        boolean flag = source.length() == 1 && source.charAt(0) >= 'A' && source.charAt(0) <= 'Z';
        boolean form = number.length() == LENGTH && number.chars().allMatch(RinPerson::isKeyCharacter);
        return flag && form
                ? Optional.of(new RinPerson((source + number).getBytes(StandardCharsets.US_ASCII)))
                : Optional.empty();
    }

    private static boolean isKeyCharacter(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    /** Ten ASCII bytes, for a keyed function; a copy. */
    byte[] canonical() {
        return canonical.clone();
    }

    @Override
    public String toString() {
        return "RinPerson[hidden]";
    }
}
