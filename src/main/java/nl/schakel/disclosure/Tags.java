package nl.schakel.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Which nodes of a lattice satisfy a condition that stays true when a node is made coarser. Few nodes are asked: paths
 * upwards are searched by halving, and every answer also settles all nodes above or below. After Kohlmayer and others,
 * "Flash: efficient, stable and optimal k-anonymity", 2012.
 */
final class Tags {
    private static final byte YES = 1;
    private static final byte NO = 2;
    private static final byte BESIDE = 3;

    private final Lattice lattice;
    private final IntPredicate condition;
    private final IntPredicate beside;
    private final int mostAsked;
    private final byte[] tags;
    private int asked;

    /**
     * @param condition true for a node only if true for all coarser ones
     * @param beside true for nodes that are of no interest, and then for all coarser ones: they are never asked
     */
    Tags(Lattice lattice, IntPredicate condition, IntPredicate beside, int mostAsked) {
        this.lattice = lattice;
        this.condition = condition;
        this.beside = beside;
        this.mostAsked = mostAsked;
        this.tags = new byte[lattice.size()];
    }

    /** Settles every node, from the finest to the coarsest, unless the limit of questions is met first. */
    void settle() {
        List<List<Integer>> byHeight = new ArrayList<>();
        for (int node = 0; node < lattice.size(); node++) {
            int height = lattice.sum(node);
            while (byHeight.size() <= height) {
                byHeight.add(new ArrayList<>());
            }
            byHeight.get(height).add(node);
        }
        for (List<Integer> nodes : byHeight) {
            for (int node : nodes) {
                if (tags[node] == 0) {
                    halve(path(node));
                }
            }
        }
    }

    private List<Integer> path(int start) {
        List<Integer> path = new ArrayList<>(List.of(start));
        int[] next = {start};
        while (next[0] >= 0) {
            int current = next[0];
            next[0] = -1;
            lattice.successors(current, node -> next[0] = next[0] < 0 && tags[node] == 0 ? node : next[0]);
            if (next[0] >= 0) {
                path.add(next[0]);
            }
        }
        return path;
    }

    private void halve(List<Integer> path) {
        int low = 0;
        int high = path.size() - 1;
        while (low <= high && asked < mostAsked) {
            int middle = (low + high) >>> 1;
            if (ask(path.get(middle))) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
    }

    private boolean ask(int node) {
        if (beside.test(node)) {
            spread(node, BESIDE);
            return true;
        }
        asked++;
        boolean holds = condition.test(node);
        spread(node, holds ? YES : NO);
        return holds;
    }

    private void spread(int start, byte tag) {
        ArrayDeque<Integer> open = new ArrayDeque<>(List.of(start));
        tags[start] = tag;
        while (!open.isEmpty()) {
            int node = open.pop();
            if (tag != NO) {
                lattice.successors(node, next -> reach(next, tag, open));
            } else {
                lattice.predecessors(node, next -> reach(next, tag, open));
            }
        }
    }

    private void reach(int node, byte tag, ArrayDeque<Integer> open) {
        if (tags[node] == 0) {
            tags[node] = tag;
            open.push(node);
        }
    }

    boolean holds(int node) {
        return tags[node] == YES;
    }

    int asked() {
        return asked;
    }

    /** Whether the limit of questions was met before every node was settled. */
    boolean cutShort() {
        return asked >= mostAsked;
    }
}
