package nl.schakel.disclosure;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Makes a table safe on given levels: suppresses cells, leaves out the rows that remain, suppresses sensitive cells. */
final class Repair {
    private final PersonTable table;
    private final DisclosurePolicy policy;

    Repair(PersonTable table, DisclosurePolicy policy) {
        this.table = table;
        this.policy = policy;
    }

    /** The safe table, or empty where these levels would need more suppression than the limits allow. */
    Optional<Anonymized> on(int[] levels) {
        long[] suppressed = new long[table.rows()];
        int[] small = table.classes(levels).membersBelow(policy.k());
        CellSuppression cells = new CellSuppression(table, levels, policy, small);
        cells.run();
        cells.store(suppressed);
        int[] open = cells.stillOpen();
        if (open.length > policy.rowBudget(table.rows())) {
            return Optional.empty();
        }
        BitSet leftOut = new BitSet();
        for (int row : open) {
            leftOut.set(row);
        }
        return diverse(levels, suppressed, leftOut);
    }

    private Optional<Anonymized> diverse(int[] levels, long[] suppressed, BitSet leftOut) {
        List<BitSet> none =
                table.sensitive().stream().map(column -> new BitSet()).toList();
        Anonymized before = new Anonymized(table, levels, suppressed, leftOut, none);
        if (none.isEmpty() || policy.l() == 1) {
            return Optional.of(before);
        }
        List<BitSet> tooAlike = new Diversity(before, policy.l()).tooAlike();
        int budget = policy.cellBudget(table.rows());
        return tooAlike.stream().allMatch(rows -> rows.cardinality() <= budget)
                ? Optional.of(new Anonymized(table, levels, suppressed, leftOut, tooAlike))
                : Optional.empty();
    }
}
