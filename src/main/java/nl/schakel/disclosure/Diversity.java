package nl.schakel.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Distinct l-diversity: whoever knows in which class somebody is must not learn a sensitive value. A class in which nobody
 * has a value tells nothing; otherwise it needs l different values, "missing" counted as one. Where it has fewer, its
 * sensitive cells are suppressed.
 */
final class Diversity {
    private final Anonymized table;
    private final Classes classes;
    private final int l;

    Diversity(Anonymized table, int l) {
        this.table = table;
        this.classes = table.classes();
        this.l = l;
    }

    /** The rows whose cell must be suppressed, for each sensitive column. */
    List<BitSet> tooAlike() {
        List<BitSet> result = new ArrayList<>();
        for (SensitiveColumn column : table.table().sensitive()) {
            result.add(tooAlike(column));
        }
        return result;
    }

    private BitSet tooAlike(SensitiveColumn column) {
        List<Set<Integer>> seen = new ArrayList<>();
        for (int number = 0; number < classes.count(); number++) {
            seen.add(new HashSet<>());
        }
        for (int row = 0; row < column.rows(); row++) {
            seen.get(classes.classOf(row)).add(Math.max(-1, column.value(row)));
        }
        BitSet rows = new BitSet();
        for (int row = 0; row < column.rows(); row++) {
            boolean few = seen.get(classes.classOf(row)).size() < l;
            rows.set(row, few && column.value(row) >= 0 && !table.isLeftOut(row));
        }
        return rows;
    }
}
