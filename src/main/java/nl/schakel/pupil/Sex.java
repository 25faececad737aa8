package nl.schakel.pupil;

import java.nio.charset.StandardCharsets;

/** A pupil's sex as EDEXML, UWLR and the registers code it. */
public enum Sex {
    /** Code 0: the school does not know. */
    UNKNOWN(0),
    /** Code 1. */
    BOY(1),
    /** Code 2. */
    GIRL(2),
    /** Code 9: deliberately not specified. */
    NOT_SPECIFIED(9);

    private final short code;

    Sex(int code) {
        this.code = (short) code;
    }

    /** The code of the exchange formats: 0, 1, 2 or 9. */
    public short code() {
        return code;
    }

    /** Whether two sources may be compared on it: a boy or a girl. */
    public boolean isComparable() {
        return this == BOY || this == GIRL;
    }

    /** One ASCII digit, the value of a scoped token; equal in all sources. */
    public byte[] canonical() {
        return Short.toString(code).getBytes(StandardCharsets.US_ASCII);
    }
}
