package nl.schakel.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives the next entries their number and grows the tree by their leaves, in one transaction. Holds nothing between two batches:
 * after a crash the next batch goes on where the last committed one ended.
 */
@Dependent
public class SequenceEntries {
    /** How many entries a batch has at most. */
    public static final int BATCH = 1000;

    private final LogTree tree;

    /** Grows this tree. */
    @Inject
    public SequenceEntries(LogTree tree) {
        this.tree = tree;
    }

    /** One batch. @return how many entries it had; 0 also where another process is at it */
    @Transactional
    public int next() {
        if (!tree.lock()) {
            return 0;
        }
        long size = tree.size();
        List<byte[]> leaves = tree.sequence(size, BATCH);
        grow(0, size, leaves);
        return leaves.size();
    }

    /** Adds hashes behind the first ones of a level; what becomes a whole tile goes one level up as its root. */
    private void grow(int level, long first, List<byte[]> hashes) {
        List<byte[]> roots = new ArrayList<>();
        TileTree whole = new TileTree(tree);
        int taken = 0;
        while (taken < hashes.size()) {
            long index = (first + taken) / Tiles.WIDTH;
            int held = (int) ((first + taken) % Tiles.WIDTH);
            int more = Math.min(Tiles.WIDTH - held, hashes.size() - taken);
            ByteArrayOutputStream tile = new ByteArrayOutputStream(Tiles.WIDTH * TreeHash.LENGTH);
            if (held > 0) {
                tile.writeBytes(tree.tile(level, index));
            }
            hashes.subList(taken, taken + more).forEach(tile::writeBytes);
            tree.put(level, index, tile.toByteArray());
            if (held + more == Tiles.WIDTH) {
                roots.add(whole.root(tile.toByteArray()));
            }
            taken += more;
        }
        if (!roots.isEmpty()) {
            grow(level + 1, first / Tiles.WIDTH, roots);
        }
    }
}
