package nl.schakel.disclosure;

/**
 * What a dataset of persons must satisfy before it leaves.
 *
 * @param k smallest number of persons who share a whole sequence of quasi-identifiers, 2 or more
 * @param l smallest number of different values of a sensitive variable among them, 1 or more; 1 asks nothing
 * @param rowLimit largest share of persons left out, 0 to 1
 * @param cellLimit largest share of persons whose cell is suppressed, per column, 0 to 1
 * @param tail number of persons in each tail of a quantity who share one top or bottom code; 0 leaves tails alone
 * @param nodeLimit largest number of generalizations looked at: a limit by number, so that a run can be repeated
 */
public record DisclosurePolicy(int k, int l, double rowLimit, double cellLimit, int tail, int nodeLimit) {
    /** The policy for extracts that leave: k 10, l 3, rows 2 %, cells 5 %, tails of 10. */
    public static final DisclosurePolicy STANDARD = new DisclosurePolicy(10, 3, 0.02, 0.05, 10, 200_000);

    /** @throws IllegalArgumentException outside the ranges */
    public DisclosurePolicy {
        boolean counts = k >= 2 && l >= 1 && tail >= 0 && nodeLimit >= 1;
        if (!counts || !isShare(rowLimit) || !isShare(cellLimit)) {
            throw new IllegalArgumentException("not a disclosure policy");
        }
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }

    /** The largest number of rows that may be left out of this many. */
    int rowBudget(int rows) {
        return (int) Math.floor(rowLimit * rows + 1e-9);
    }

    /** The largest number of cells of one column that may be suppressed in this many rows. */
    int cellBudget(int rows) {
        return (int) Math.floor(cellLimit * rows + 1e-9);
    }
}
