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

    private final int digits;
    private final boolean citizen;

    private Pgn(int digits, boolean citizen) {
        this.digits = digits;
        this.citizen = citizen;
    }

    /** The number, or empty where {@link #defect} says why not. */
    public static Optional<Pgn> parse(CharSequence text) {
        if (defect(text).isPresent()) {
            return Optional.empty();
        }
        int digits = 0;
        for (int i = 0; i < LENGTH; i++) {
            digits = digits * 10 + (text.charAt(i) - '0');
        }
        return Optional.of(new Pgn(digits, remainder(text) == 0));
    }

    /** What is wrong with the text, or empty where it is a number. */
    public static Optional<Defect> defect(CharSequence text) {
        if (text.length() != LENGTH) {
            return Optional.of(Defect.LENGTH);
        }
        boolean allZero = true;
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return Optional.of(Defect.NOT_DIGITS);
            }
            allZero &= c == '0';
        }
        if (allZero) {
            return Optional.of(Defect.ALL_ZERO);
        }
        int remainder = remainder(text);
        boolean educationNumber = remainder == 5 && text.charAt(0) == '1' && text.charAt(1) == '0';
        return remainder == 0 || educationNumber ? Optional.empty() : Optional.of(Defect.ELEVEN_TEST);
    }

    private static int remainder(CharSequence text) {
        int sum = -(text.charAt(LENGTH - 1) - '0');
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += (LENGTH - i) * (text.charAt(i) - '0');
        }
        return Math.floorMod(sum, 11);
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
        cid[6] = (byte) (citizen ? 1 : 2);
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
