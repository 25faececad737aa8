package nl.schakel.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import nl.schakel.catalogue.MissingCode;

/**
 * A table that satisfies its policy: a level for each quasi-identifier, the suppressed cells and the persons left out.
 * Every value that remains is true on its level.
 */
public final class Anonymized implements Outcome {
    private final PersonTable table;
    private final int[] levels;
    private final long[] suppressed;
    private final BitSet leftOut;
    private final List<BitSet> sensitiveSuppressed;

    Anonymized(PersonTable table, int[] levels, long[] suppressed, BitSet leftOut, List<BitSet> sensitiveSuppressed) {
        this.table = table;
        this.levels = levels.clone();
        this.suppressed = suppressed;
        this.leftOut = leftOut;
        this.sensitiveSuppressed = List.copyOf(sensitiveSuppressed);
    }

    /** The table as it came in. */
    public PersonTable table() {
        return table;
    }

    /** The level of a quasi-identifier. */
    public int level(int q) {
        return levels[q];
    }

    int[] levels() {
        return levels.clone();
    }

    /** Whether the person is left out. */
    public boolean isLeftOut(int row) {
        return leftOut.get(row);
    }

    /** The number of persons left out. */
    public int leftOut() {
        return leftOut.cardinality();
    }

    /** The number of persons that remain. */
    public int kept() {
        return table.rows() - leftOut();
    }

    /** What stands in a quasi-identifying cell: the value on its level, a missing code, or "suppressed". */
    public int value(int q, int moment, int row) {
        return isSuppressed(table.column(q, moment), row)
                ? MissingCode.SUPPRESSED.code()
                : table.quasi().get(q).value(levels[q], moment, row);
    }

    /** What stands in a sensitive cell: the value, a missing code, or "suppressed". */
    public int sensitiveValue(int column, int row) {
        return sensitiveSuppressed.get(column).get(row)
                ? MissingCode.SUPPRESSED.code()
                : table.sensitive().get(column).value(row);
    }

    boolean isSuppressed(int column, int row) {
        return ((suppressed[row] >>> column) & 1) == 1;
    }

    /** The number of suppressed cells in one column of a quasi-identifier, among the persons that remain. */
    public int suppressed(int q, int moment) {
        int column = table.column(q, moment);
        int count = 0;
        for (int row = 0; row < table.rows(); row++) {
            count += isSuppressed(column, row) && !isLeftOut(row) ? 1 : 0;
        }
        return count;
    }

    /** The number of suppressed cells in a sensitive column. */
    public int sensitiveSuppressed(int column) {
        return sensitiveSuppressed.get(column).cardinality();
    }

    /** The information loss: a suppressed cell and every cell of a person left out count 1. */
    public double loss(LossMetric metric) {
        double[] penalties = new double[table.quasi().size()];
        long[] cells = new long[penalties.length];
        for (int q = 0; q < penalties.length; q++) {
            penalties[q] = penalty(q);
            cells[q] = (long) table.rows() * table.quasi().get(q).columns();
        }
        return metric.of(penalties, cells);
    }

    /** The information loss of one quasi-identifier: the mean penalty of its cells. */
    public double loss(int q) {
        return table.rows() == 0
                ? 0
                : penalty(q) / ((double) table.rows() * table.quasi().get(q).columns());
    }

    private double penalty(int q) {
        QuasiIdentifier quasi = table.quasi().get(q);
        double more = 0;
        for (int moment = 0; moment < quasi.columns(); moment++) {
            int column = table.column(q, moment);
            for (int row = 0; row < table.rows(); row++) {
                if (isLeftOut(row) || isSuppressed(column, row)) {
                    more += 1 - quasi.penalty(levels[q], moment, row);
                }
            }
        }
        return quasi.totalPenalty(levels[q]) + more;
    }

    /** The classes of the rows as released; persons left out are together in classes of their own. */
    Classes classes() {
        return classes(List.of());
    }

    private Classes classes(Iterable<int[]> known) {
        Keys keys = new Keys(table.rows());
        for (int q = 0; q < table.quasi().size(); q++) {
            QuasiIdentifier quasi = table.quasi().get(q);
            for (int moment = 0; moment < quasi.columns(); moment++) {
                keys.add(released(q, moment), quasi.groups(levels[q]) + 1);
            }
        }
        for (int[] column : known) {
            int[] dictionary = Arrays.stream(column).sorted().distinct().toArray();
            keys.add(
                    Arrays.stream(column)
                            .map(value -> Arrays.binarySearch(dictionary, value))
                            .toArray(),
                    dictionary.length);
        }
        int[] out = new int[table.rows()];
        leftOut.stream().forEach(row -> out[row] = 1);
        keys.add(out, 2);
        return keys.classes();
    }

    /** The sizes of the classes of persons who remain. */
    int[] keptSizes() {
        return keptSizes(List.of());
    }

    /** The sizes of the classes of persons who remain, told apart by further columns too. */
    int[] keptSizes(Iterable<int[]> known) {
        Classes classes = classes(known);
        BitSet kept = new BitSet();
        for (int row = 0; row < table.rows(); row++) {
            if (!isLeftOut(row)) {
                kept.set(classes.classOf(row));
            }
        }
        return kept.stream().map(classes::size).toArray();
    }

    /**
     * The same with other values in the sensitive columns, such as coded tails. Where persons who look alike now have too
     * few different values, more sensitive cells are suppressed: ask {@link #sensitiveSuppressed} again.
     */
    public Anonymized withSensitive(List<SensitiveColumn> columns, int l) {
        PersonTable other = PersonTable.of(table.rows(), table.quasi(), columns);
        List<SensitiveColumn> seen = IntStream.range(0, columns.size())
                .mapToObj(s -> SensitiveColumn.of(columns.get(s).name(), blanked(columns.get(s), s)))
                .toList();
        Anonymized blanked = new Anonymized(
                PersonTable.of(table.rows(), table.quasi(), seen), levels, suppressed, leftOut, sensitiveSuppressed);
        List<BitSet> more = new Diversity(blanked, l).tooAlike();
        for (int s = 0; s < more.size(); s++) {
            more.get(s).or(sensitiveSuppressed.get(s));
        }
        return new Anonymized(other, levels, suppressed, leftOut, more);
    }

    private int[] blanked(SensitiveColumn column, int s) {
        int[] values = new int[column.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = sensitiveSuppressed.get(s).get(row) ? MissingCode.SUPPRESSED.code() : column.value(row);
        }
        return values;
    }

    private int[] released(int q, int moment) {
        QuasiIdentifier quasi = table.quasi().get(q);
        int column = table.column(q, moment);
        int[] released = new int[table.rows()];
        for (int row = 0; row < released.length; row++) {
            released[row] = isSuppressed(column, row) ? 0 : quasi.group(levels[q], moment, row) + 1;
        }
        return released;
    }
}
