package nl.schakel.pupil;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/**
 * A pupil's number (persoonsgebonden nummer): a burgerservicenummer, or an onderwijsnummer for a pupil without one.
 *
 * <p>Both are nine ASCII digits under the weights 9, 8, 7, 6, 5, 4, 3, 2, -1: a BSN has remainder 0 modulo 11 and is not
 * all zero; an onderwijsnummer starts with {@code 10} and has remainder 5, so the two sets are disjoint. Anything else is
 * not a number: other lengths, spaces, letters, digits of other scripts. The value is held as an integer, never as text,
 * and cannot be printed or compared.
 */
public final class Pgn {
    private static final int LENGTH = 9;
    private static final byte[] CANONICAL_PREFIX = "NLPGN".getBytes(StandardCharsets.US_ASCII);

    /** Why a text is not a pupil's number. */
    public enum Defect {
        LENGTH,
        NOT_DIGITS,
        ALL_ZERO,
        ELEVEN_TEST
    }

    /** No number. */
    static final int NONE = 0;
    /** A burgerservicenummer, and its type in the canonical encoding. */
    static final int CITIZEN = 1;
    /** An onderwijsnummer, and its type in the canonical encoding. */
    static final int EDUCATION = 2;

    private static final int GROUP = 3;
    private static final int GROUPS = 1_000;
    private static final int MODULUS = 11;
    private static final int EDUCATION_REMAINDER = 5;
    private static final byte[] FIRST = weighted(9, 8, 7);
    private static final byte[] SECOND = weighted(6, 5, 4);
    private static final byte[] THIRD = weighted(3, 2, -1);

    private final int digits;
    private final int type;

    private Pgn(int digits, int type) {
        this.digits = digits;
        this.type = type;
    }

    /** The number, or empty where {@link #defect} says why not. */
    public static Optional<Pgn> parse(CharSequence text) {
        if (text.length() != LENGTH || !hasDigitsOnly(text)) {
            return Optional.empty();
        }
        int first = group(text, 0);
        int second = group(text, GROUP);
        int third = group(text, 2 * GROUP);
        int type = type(first, second, third);
        int digits = (first * GROUPS + second) * GROUPS + third;
        return type == NONE ? Optional.empty() : Optional.of(new Pgn(digits, type));
    }

    /** What is wrong with the text, or empty where it is a number. */
    public static Optional<Defect> defect(CharSequence text) {
        if (text.length() != LENGTH) {
            return Optional.of(Defect.LENGTH);
        }
        if (!hasDigitsOnly(text)) {
            return Optional.of(Defect.NOT_DIGITS);
        }
        int first = group(text, 0);
        int second = group(text, GROUP);
        int third = group(text, 2 * GROUP);
        if ((first | second | third) == 0) {
            return Optional.of(Defect.ALL_ZERO);
        }
        return type(first, second, third) == NONE ? Optional.of(Defect.ELEVEN_TEST) : Optional.empty();
    }

    /** Whether nine digits, in groups of three from 0 to 999, are a number, and of which type. */
    static int type(int first, int second, int third) {
        int remainder = (FIRST[first] + SECOND[second] + THIRD[third]) % MODULUS;
        if (remainder == 0) {
            return (first | second | third) == 0 ? NONE : CITIZEN;
        }
        return remainder == EDUCATION_REMAINDER && first / 10 == 10 ? EDUCATION : NONE;
    }

    private static boolean hasDigitsOnly(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int group(CharSequence text, int from) {
        return 100 * (text.charAt(from) - '0') + 10 * (text.charAt(from + 1) - '0') + text.charAt(from + 2) - '0';
    }

    /** The weighted sum of the three digits of every group, modulo 11. */
    private static byte[] weighted(int hundreds, int tens, int ones) {
        byte[] sums = new byte[GROUPS];
        for (int group = 0; group < GROUPS; group++) {
            int sum = hundreds * (group / 100) + tens * (group / 10 % 10) + ones * (group % 10);
            sums[group] = (byte) Math.floorMod(sum, MODULUS);
        }
        return sums;
    }

    /**
     * The canonical encoding CID of LVS-PSN-1: {@code "NLPGN" || 01 || type || 09 || nine ASCII digits}, 17 bytes, type 01
     * for a BSN and 02 for an onderwijsnummer. The caller wipes the array after use.
     */
    public byte[] canonical(Reveal permission) {
        Objects.requireNonNull(permission, "permission");
        byte[] cid = new byte[CANONICAL_PREFIX.length + 3 + LENGTH];
        System.arraycopy(CANONICAL_PREFIX, 0, cid, 0, CANONICAL_PREFIX.length);
        cid[5] = 1;
        cid[6] = (byte) type;
        cid[7] = LENGTH;
        int rest = digits;
        for (int i = cid.length - 1; i >= 8; i--) {
            cid[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return cid;
    }

    @Override
    public String toString() {
        return "Pgn[hidden]";
    }
}
