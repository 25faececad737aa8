package nl.schakel.delivery;

/**
 * What became of the rows of one file. The sum closes: every row that came in is exactly one of the other five.
 *
 * @param in rows in the file
 * @param accepted rows stored, as the database counted them
 * @param refused rows that broke a rule
 * @param known rows that an earlier live delivery of this school already holds
 * @param objection rows withheld because of an objection that this school recorded
 * @param consent rows withheld because this school recorded no effective consent
 */
public record Tally(long in, long accepted, long refused, long known, long objection, long consent) {
    /** @throws IllegalStateException where the sum does not close: then the delivery as a whole must fail */
    public Tally {
        boolean negative = accepted < 0 || refused < 0 || known < 0 || objection < 0 || consent < 0;
        if (negative || in != accepted + refused + known + objection + consent) {
            throw new IllegalStateException("the accounts of a delivery do not close");
        }
    }

    /** Rows withheld for either reason. */
    public long withheld() {
        return objection + consent;
    }

    /** Whether every row broke a rule, so that there is nothing to approve. */
    public boolean isHopeless() {
        return refused == in;
    }
}
