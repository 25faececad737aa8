package nl.schakel.pseudonym;

import java.util.SortedMap;

/**
 * One share of the unlock key of a reserve copy, with everything that tells whether it is whole and where it belongs. It is
 * printed and typed as {@link KeyShareText}.
 */
public final class KeyShare {
    /** How many bytes an unlock key, and so a share, has. */
    public static final int LENGTH = 32;

    private final Label label;
    private final byte[] bytes;

    /**
     * What stands on a share in the open.
     *
     * @param set which reserve copy it belongs to: the first 8 bytes of that file's SHA-256 as hexadecimal
     * @param number of the share, from 1
     * @param shares how many were made
     * @param needed how many give the unlock key
     * @param checkValues of the keys in the reserve copy, by name
     */
    public record Label(
            Holder holder, String set, int number, int shares, int needed, SortedMap<KeyId, String> checkValues) {
        /** Whether both come from one splitting. */
        boolean sameSplitting(Label other) {
            return holder == other.holder
                    && set.equals(other.set)
                    && shares == other.shares
                    && needed == other.needed
                    && checkValues.equals(other.checkValues);
        }
    }

    /** @param bytes 32 bytes, which are copied */
    public KeyShare(Label label, byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a share has 32 bytes");
        }
        this.label = label;
        this.bytes = bytes.clone();
    }

    /** What stands on it in the open. */
    public Label label() {
        return label;
    }

    /** A copy of the secret part, to be wiped by the caller. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "KeyShare[hidden]";
    }
}
