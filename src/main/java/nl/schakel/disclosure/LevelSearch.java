package nl.schakel.disclosure;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the levels at which a safe table loses least. Used once; not thread-safe. */
final class LevelSearch {
    private static final int CELLS_PER_ROW = 3;

    private final PersonTable table;
    private final DisclosurePolicy policy;
    private final LossMetric metric;
    private final Repair repair;
    private final int mostRepairable;
    private @Nullable Anonymized best;
    private double bestLoss = Double.POSITIVE_INFINITY;
    private int looked;
    private boolean exact = true;

    LevelSearch(PersonTable table, DisclosurePolicy policy, LossMetric metric) {
        this.table = table;
        this.policy = policy;
        this.metric = metric;
        this.repair = new Repair(table, policy);
        this.mostRepairable = (int) Math.min(
                table.rows(), policy.rowBudget(table.rows()) + CELLS_PER_ROW * (long) policy.cellBudget(table.rows()));
    }

    void run() {
        int[] counts = table.quasi().stream().mapToInt(QuasiIdentifier::levels).toArray();
        climb();
        exact = Lattice.sizeOf(counts) <= policy.nodeLimit();
        if (exact) {
            searchAll(new Lattice(counts));
        }
    }

    private void searchAll(Lattice lattice) {
        Tags tags = new Tags(
                lattice,
                node -> isRepairable(lattice.levels(node)),
                node -> loss(lattice.levels(node)) >= bestLoss,
                policy.nodeLimit());
        tags.settle();
        looked += tags.asked();
        exact = !tags.cutShort();
        List<Integer> nodes = IntStream.range(0, lattice.size())
                .filter(tags::holds)
                .boxed()
                .sorted(Comparator.comparingDouble(node -> loss(lattice.levels(node))))
                .toList();
        for (int node : nodes) {
            if (loss(lattice.levels(node)) >= bestLoss) {
                return;
            }
            if (looked >= policy.nodeLimit()) {
                exact = false;
                return;
            }
            consider(lattice.levels(node));
        }
    }

    /** A good node quickly: from the finest levels, again and again the step that makes most rows safe for its loss. */
    private void climb() {
        Optional<int[]> levels = Optional.of(new int[table.quasi().size()]);
        while (best == null && levels.isPresent()) {
            if (isRepairable(levels.get())) {
                consider(levels.get());
            }
            levels = steepest(levels.get());
        }
    }

    private Optional<int[]> steepest(int[] levels) {
        int small = smallRows(levels);
        double loss = loss(levels);
        return IntStream.range(0, levels.length)
                .filter(q -> levels[q] < table.quasi().get(q).levels() - 1)
                .mapToObj(q -> raised(levels, q))
                .max(Comparator.comparingDouble(next -> (small - smallRows(next) + 1) / (loss(next) - loss + 1e-9)));
    }

    private static int[] raised(int[] levels, int q) {
        int[] next = levels.clone();
        next[q]++;
        return next;
    }

    private void consider(int[] levels) {
        looked++;
        repair.on(levels).ifPresent(found -> {
            double loss = found.loss(metric);
            if (loss < bestLoss) {
                best = found;
                bestLoss = loss;
            }
        });
    }

    private boolean isRepairable(int[] levels) {
        return smallRows(levels) <= mostRepairable;
    }

    private int smallRows(int[] levels) {
        return table.classes(levels).rowsBelow(policy.k());
    }

    /** What the generalization alone loses: no repair of the node can lose less. */
    private double loss(int[] levels) {
        double[] penalties = new double[levels.length];
        long[] cells = new long[levels.length];
        for (int q = 0; q < levels.length; q++) {
            penalties[q] = table.quasi().get(q).totalPenalty(levels[q]);
            cells[q] = (long) table.rows() * table.quasi().get(q).columns();
        }
        return metric.of(penalties, cells);
    }

    Optional<Anonymized> best() {
        return Optional.ofNullable(best);
    }

    /** How many nodes were looked at. */
    int looked() {
        return looked;
    }

    /** Whether no other levels could have lost less. */
    boolean exact() {
        return exact;
    }
}
