package nl.schakel.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Suppresses cells of rows in small classes, so that they form classes of k with "suppressed" as a value of its own. First
 * single columns are tried, then pairs, then ever larger sets; always the set that helps most rows, and always whole groups,
 * so that the outcome does not depend on the order of rows.
 */
final class CellSuppression {
    private final PersonTable table;
    private final int k;
    private final int[] rows;
    private final int[][] values;
    private final int[] radix;
    private final int[] budgets;
    private final long[] masks;
    private final boolean[] open;

    CellSuppression(PersonTable table, int[] levels, DisclosurePolicy policy, int[] rows) {
        this.table = table;
        this.k = policy.k();
        this.rows = rows;
        this.masks = new long[rows.length];
        this.open = new boolean[rows.length];
        Arrays.fill(open, true);
        this.budgets = new int[table.columns()];
        Arrays.fill(budgets, policy.cellBudget(table.rows()));
        this.radix = new int[table.columns()];
        this.values = new int[table.columns()][rows.length];
        IntStream.range(0, table.columns()).forEach(column -> fill(column, levels[table.quasiOf(column)]));
    }

    private void fill(int column, int level) {
        QuasiIdentifier quasi = table.quasi().get(table.quasiOf(column));
        int moment = table.momentOf(column);
        radix[column] = quasi.groups(level);
        for (int i = 0; i < rows.length; i++) {
            values[column][i] = quasi.group(level, moment, rows[i]);
        }
    }

    /** Suppresses as far as the budgets go. */
    void run() {
        boolean allowed = budgets.length > 0 && budgets[0] >= k;
        if (allowed) {
            repeat(singles());
            repeat(pairs());
            repeat(chain());
        }
    }

    /** Sets the suppressed cells of each row that is now safe. */
    void store(long[] suppressed) {
        for (int i = 0; i < rows.length; i++) {
            suppressed[rows[i]] = open[i] ? 0 : masks[i];
        }
    }

    /** The rows that are still in small classes. */
    int[] stillOpen() {
        return IntStream.range(0, rows.length)
                .filter(i -> open[i])
                .map(i -> rows[i])
                .toArray();
    }

    private List<Long> singles() {
        return IntStream.range(0, budgets.length).mapToObj(c -> 1L << c).toList();
    }

    private List<Long> pairs() {
        List<Long> pairs = new ArrayList<>();
        for (int a = 0; a < budgets.length; a++) {
            for (int b = a + 1; b < budgets.length; b++) {
                pairs.add(1L << a | 1L << b);
            }
        }
        return pairs;
    }

    /** Sets that grow by the column whose loss leaves the fewest different rows. */
    private List<Long> chain() {
        List<Long> chain = new ArrayList<>();
        long mask = 0;
        for (int size = 1; size <= budgets.length; size++) {
            long before = mask;
            mask = singles().stream()
                    .filter(one -> (before & one) == 0)
                    .map(one -> before | one)
                    .min(Comparator.comparingInt(this::different))
                    .orElse(before);
            if (size > 2) {
                chain.add(mask);
            }
        }
        return chain;
    }

    private int different(long mask) {
        return groups(candidates(mask, false), mask).count();
    }

    private void repeat(List<Long> choices) {
        long best = best(choices);
        while (best != 0 && apply(best)) {
            best = best(choices);
        }
    }

    private long best(List<Long> choices) {
        long best = 0;
        int most = 0;
        for (long mask : choices) {
            int gain = affordable(mask) < 1 ? 0 : gain(mask);
            if (gain > most) {
                most = gain;
                best = mask;
            }
        }
        return best;
    }

    private int affordable(long mask) {
        return IntStream.range(0, budgets.length)
                .filter(c -> (mask >>> c & 1) == 1)
                .map(c -> budgets[c])
                .min()
                .orElse(0);
    }

    private int[] candidates(long mask, boolean withSafe) {
        return IntStream.range(0, rows.length)
                .filter(i -> open[i] || (withSafe && masks[i] == mask))
                .toArray();
    }

    private Classes groups(int[] candidates, long mask) {
        Keys keys = new Keys(candidates.length);
        for (int column = 0; column < budgets.length; column++) {
            if ((mask >>> column & 1) == 0) {
                int[] all = values[column];
                keys.add(Arrays.stream(candidates).map(i -> all[i]).toArray(), radix[column]);
            }
        }
        return keys.classes();
    }

    private int gain(long mask) {
        int[] candidates = candidates(mask, true);
        Classes groups = groups(candidates, mask);
        int[] openIn = openIn(candidates, groups);
        int affordable = affordable(mask);
        return Math.min(
                affordable,
                IntStream.range(0, groups.count())
                        .filter(g -> groups.size(g) >= k && openIn[g] <= affordable)
                        .map(g -> openIn[g])
                        .sum());
    }

    private int[] openIn(int[] candidates, Classes groups) {
        int[] openIn = new int[groups.count()];
        for (int at = 0; at < candidates.length; at++) {
            openIn[groups.classOf(at)] += open[candidates[at]] ? 1 : 0;
        }
        return openIn;
    }

    private boolean apply(long mask) {
        int[] candidates = candidates(mask, true);
        Classes groups = groups(candidates, mask);
        int[] openIn = openIn(candidates, groups);
        List<Integer> order = order(candidates, groups, openIn, mask);
        boolean any = false;
        for (int group : order) {
            if (openIn[group] <= affordable(mask)) {
                suppress(candidates, groups, group, mask);
                any = true;
            }
        }
        return any;
    }

    private List<Integer> order(int[] candidates, Classes groups, int[] openIn, long mask) {
        int[] member = new int[groups.count()];
        for (int at = 0; at < candidates.length; at++) {
            member[groups.classOf(at)] = candidates[at];
        }
        Comparator<Integer> byValues = (a, b) -> compare(member[a], member[b], mask);
        return IntStream.range(0, groups.count())
                .filter(g -> groups.size(g) >= k && openIn[g] > 0)
                .boxed()
                .sorted(Comparator.comparing((Integer g) -> -openIn[g]).thenComparing(byValues))
                .toList();
    }

    private int compare(int a, int b, long mask) {
        for (int column = 0; column < budgets.length; column++) {
            if ((mask >>> column & 1) == 0 && values[column][a] != values[column][b]) {
                return Integer.compare(values[column][a], values[column][b]);
            }
        }
        return 0;
    }

    private void suppress(int[] candidates, Classes groups, int group, long mask) {
        int count = 0;
        for (int at = 0; at < candidates.length; at++) {
            if (groups.classOf(at) == group && open[candidates[at]]) {
                open[candidates[at]] = false;
                masks[candidates[at]] = mask;
                count++;
            }
        }
        for (int column = 0; column < budgets.length; column++) {
            budgets[column] -= (mask >>> column & 1) == 1 ? count : 0;
        }
    }
}
