package nl.schakel.delivery;

/**
 * The sum of one file: what was read is what was handed over plus what was refused.
 *
 * @param refused rows refused by a rule, those under an undefined test included
 */
public record ReadRows(Part part, long read, long refused) {
    /** Rows that the sink may keep. */
    public long accepted() {
        return read - refused;
    }
}
