package nl.schakel.disclosure;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Local recoding, for files to explore or teach with: every group of persons has levels of its own, so that far less is
 * lost than with one level per column, but a column holds values of several levels. Starts with everybody on the coarsest
 * levels and refines groups while each part keeps k persons. Values too rare for a part stay together on the level before;
 * where they are fewer than k, a larger part lends them some of its persons.
 *
 * <p>Deterministic, and independent of the order of rows as far as persons differ. Measured by {@code LocalRecodingTest}:
 * hot loop. Immutable once made.
 */
public final class LocalRecoding {
    private final PersonTable table;
    private final int k;
    private final byte[][] levels;
    private final int[] rows;
    private final int[] spare;
    private int classes;
    private int leftOut;

    private LocalRecoding(PersonTable table, int k) {
        this.table = table;
        this.k = k;
        this.rows = inOrder(table);
        this.spare = new int[rows.length];
        this.levels = new byte[table.columns()][rows.length];
    }

    /** Recodes the table so that every class has at least k persons; who cannot be placed in one is left out. */
    public static LocalRecoding of(PersonTable table, int k) {
        LocalRecoding recoding = new LocalRecoding(table, k);
        recoding.start();
        return recoding;
    }

    /** The rows sorted by their values, so that the order in which they came has no influence. */
    private static int[] inOrder(PersonTable table) {
        return IntStream.range(0, table.rows())
                .boxed()
                .sorted((a, b) -> {
                    int order = 0;
                    for (int column = 0; column < table.columns() && order == 0; column++) {
                        int[] positions =
                                table.quasi().get(table.quasiOf(column)).positions(table.momentOf(column));
                        order = Integer.compare(positions[a], positions[b]);
                    }
                    return order;
                })
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void start() {
        int[] top = table.topLevels();
        int[] perColumn = IntStream.range(0, table.columns())
                .map(column -> top[table.quasiOf(column)])
                .toArray();
        Classes coarsest = table.classes(top);
        int[] starts = new int[coarsest.count() + 1];
        for (int row : rows) {
            starts[coarsest.classOf(row) + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        for (int row : rows.clone()) {
            spare[next[coarsest.classOf(row)]++] = row;
        }
        System.arraycopy(spare, 0, rows, 0, rows.length);
        for (int number = 0; number < coarsest.count(); number++) {
            refine(starts[number], starts[number + 1], perColumn, 0);
        }
    }

    /** One way to refine a group by one column: which parts come to be, and who stays together on the level before. */
    private static final class Split {
        private final int column;
        private final int[] sizes;
        private int together;
        private int lender = -1;
        private int lent;
        private double gain;
        private int parts;

        Split(int column, int[] sizes) {
            this.column = column;
            this.sizes = sizes;
        }

        double worth() {
            return gain / Math.sqrt(1.0 + parts);
        }

        boolean stays(int group, int k) {
            return sizes[group] < k;
        }
    }

    private void refine(int from, int to, int[] current, long frozen) {
        Split best = to - from < k ? null : best(from, to, current, frozen);
        if (best == null) {
            keep(from, to, current);
            return;
        }
        int[] finer = current.clone();
        finer[best.column]--;
        int[] starts = distribute(from, to, best, finer[best.column]);
        for (int part = 0; part + 1 < starts.length; part++) {
            refine(starts[part], starts[part + 1], finer, frozen);
        }
        int rest = starts[starts.length - 1];
        if (rest < to) {
            refine(rest, to, current, frozen | 1L << best.column);
        }
    }

    private void keep(int from, int to, int[] current) {
        boolean out = to - from < k;
        classes += out ? 0 : 1;
        leftOut += out ? to - from : 0;
        for (int column = 0; column < levels.length; column++) {
            for (int at = from; at < to; at++) {
                levels[column][rows[at]] = (byte) (out ? -1 : current[column]);
            }
        }
    }

    private @Nullable Split best(int from, int to, int[] current, long frozen) {
        Split best = null;
        for (int column = 0; column < current.length; column++) {
            if (current[column] > 0 && (frozen >>> column & 1) == 0) {
                Split split = split(from, to, column, current[column]);
                if (split.parts > 0 && (best == null || split.worth() > best.worth())) {
                    best = split;
                }
            }
        }
        return best;
    }

    private Split split(int from, int to, int column, int level) {
        QuasiIdentifier quasi = table.quasi().get(table.quasiOf(column));
        int moment = table.momentOf(column);
        int[] sizes = new int[quasi.groups(level - 1)];
        double[] finer = new double[sizes.length];
        for (int at = from; at < to; at++) {
            int group = quasi.group(level - 1, moment, rows[at]);
            sizes[group]++;
            finer[group] = quasi.penalty(level - 1, moment, rows[at]);
        }
        Split split = new Split(column, sizes);
        double coarse = quasi.penalty(level, moment, rows[from]);
        for (int group = 0; group < sizes.length; group++) {
            boolean stays = split.stays(group, k);
            split.together += stays ? sizes[group] : 0;
            split.gain += stays ? 0 : sizes[group] * (coarse - finer[group]);
            split.parts += stays ? 0 : 1;
        }
        if (split.together > 0 && split.together < k) {
            lend(split, coarse, finer);
        }
        return split;
    }

    /** Fills up those who stay together to k: from the part that loses least by it, or by the whole smallest part. */
    private void lend(Split split, double coarse, double[] finer) {
        int need = k - split.together;
        int smallest = -1;
        for (int group = 0; group < split.sizes.length; group++) {
            int size = split.sizes[group];
            if (size >= k + need && (split.lender < 0 || finer[group] > finer[split.lender])) {
                split.lender = group;
            }
            if (size >= k && (smallest < 0 || size < split.sizes[smallest])) {
                smallest = group;
            }
        }
        if (split.lender >= 0) {
            split.lent = need;
        } else if (smallest >= 0) {
            split.lender = smallest;
            split.lent = split.sizes[smallest];
            split.parts--;
        }
        if (split.lender >= 0) {
            split.gain -= split.lent * (coarse - finer[split.lender]);
        }
    }

    /** Sorts the stretch into its parts, then those who stay together; gives where each part starts, and the last one. */
    private int[] distribute(int from, int to, Split split, int level) {
        QuasiIdentifier quasi = table.quasi().get(table.quasiOf(split.column));
        int moment = table.momentOf(split.column);
        int[] next = new int[split.sizes.length];
        int[] starts = new int[split.parts + 1];
        int end = from;
        int part = 0;
        for (int group = 0; group < next.length; group++) {
            next[group] = end;
            int size = split.sizes[group] - (group == split.lender ? split.lent : 0);
            if (!split.stays(group, k) && size > 0) {
                starts[part++] = end;
                end += size;
            }
        }
        starts[part] = end;
        int lend = split.lent;
        for (int at = from; at < to; at++) {
            int group = quasi.group(level, moment, rows[at]);
            boolean lent = group == split.lender && lend > 0;
            lend -= lent ? 1 : 0;
            spare[lent || split.stays(group, k) ? end++ : next[group]++] = rows[at];
        }
        System.arraycopy(spare, from, rows, from, to - from);
        return starts;
    }

    /** The number of classes. */
    public int classes() {
        return classes;
    }

    /** The number of persons left out. */
    public int leftOut() {
        return leftOut;
    }

    /** Whether the person is left out. */
    public boolean isLeftOut(int row) {
        return levels.length > 0 && levels[0][row] < 0;
    }

    /** The level of a cell of a person who is not left out. */
    public int level(int q, int moment, int row) {
        return levels[table.column(q, moment)][row];
    }

    /** What stands in a cell of a person who is not left out: the value on its level. */
    public int value(int q, int moment, int row) {
        return table.quasi().get(q).value(level(q, moment, row), moment, row);
    }

    /** The mean normalized certainty penalty of all cells; every cell of a person left out counts 1. */
    public double loss() {
        double loss = 0;
        for (int column = 0; column < levels.length; column++) {
            QuasiIdentifier quasi = table.quasi().get(table.quasiOf(column));
            for (int row : rows) {
                int level = levels[column][row];
                loss += level < 0 ? 1 : quasi.penalty(level, table.momentOf(column), row);
            }
        }
        return rows.length == 0 ? 0 : loss / ((double) rows.length * levels.length);
    }
}
