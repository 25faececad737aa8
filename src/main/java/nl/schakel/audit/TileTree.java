package nl.schakel.audit;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Roots and proofs of a log from its tiles: Merkle tree hash, audit path and consistency proof of RFC 6962, section 2.1. Reads
 * each tile once, some for each level. Not thread-safe; made for one operation.
 *
 * <p>Every method throws {@link IllegalArgumentException} for sizes out of order and {@link IllegalStateException} where a tile
 * holds fewer hashes than the size needs.
 */
public final class TileTree {
    private static final byte NODE = 1;

    private final Tiles tiles;
    private final Map<String, byte[]> read = new HashMap<>();
    private final MessageDigest sha = TreeHash.sha256();

    /** Reads from these tiles. */
    public TileTree(Tiles tiles) {
        this.tiles = tiles;
    }

    /** The root of the first {@code size} entries; of none, the hash of nothing. */
    public byte[] root(long size) {
        return size == 0 ? sha.digest() : range(0, size);
    }

    /** The roots of the complete subtrees that the first {@code size} entries fall into, the largest first. */
    public List<byte[]> frontier(long size) {
        List<byte[]> roots = new ArrayList<>();
        long from = 0;
        for (long rest = size; rest > 0; rest -= Long.highestOneBit(rest)) {
            long width = Long.highestOneBit(rest);
            roots.add(range(from, from + width));
            from += width;
        }
        return roots;
    }

    /** The audit path of an entry in the tree of the first {@code size}: the lowest hash first. */
    public List<byte[]> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no such entry in a tree of that size");
        }
        List<byte[]> path = new ArrayList<>();
        path(index, 0, size, path);
        return path;
    }

    private void path(long index, long from, long to, List<byte[]> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + leftWidth(to - from);
        if (index < middle) {
            path(index, from, middle, path);
            path.add(range(middle, to));
        } else {
            path(index, middle, to, path);
            path.add(range(from, middle));
        }
    }

    /** The proof that the tree of the first {@code newer} entries begins with that of the first {@code older}. */
    public List<byte[]> consistency(long older, long newer) {
        if (older < 0 || older > newer) {
            throw new IllegalArgumentException("a log only grows");
        }
        List<byte[]> proof = new ArrayList<>();
        if (older > 0 && older < newer) {
            consistency(older, 0, newer, proof);
        }
        return proof;
    }

    private void consistency(long older, long from, long to, List<byte[]> proof) {
        if (older == to) {
            if (from > 0) {
                proof.add(range(from, to));
            }
            return;
        }
        long middle = from + leftWidth(to - from);
        if (older <= middle) {
            consistency(older, from, middle, proof);
            proof.add(range(middle, to));
        } else {
            consistency(older, middle, to, proof);
            proof.add(range(from, middle));
        }
    }

    /** The largest power of two below n. */
    private static long leftWidth(long n) {
        return Long.highestOneBit(n - 1);
    }

    private byte[] range(long from, long to) {
        long width = to - from;
        if (Long.bitCount(width) == 1 && from % width == 0) {
            return complete(Long.numberOfTrailingZeros(width), from / width);
        }
        long middle = from + leftWidth(width);
        return node(range(from, middle), range(middle, to));
    }

    private byte[] complete(int height, long index) {
        int level = height / Tiles.HEIGHT;
        int above = height % Tiles.HEIGHT;
        long first = index << above;
        byte[] tile =
                read.computeIfAbsent(level + "/" + first / Tiles.WIDTH, key -> tiles.tile(level, first / Tiles.WIDTH));
        int begin = (int) (first % Tiles.WIDTH) * TreeHash.LENGTH;
        int end = begin + (TreeHash.LENGTH << above);
        if (tile.length < end) {
            throw new IllegalStateException("a tile is shorter than the log");
        }
        return root(Arrays.copyOfRange(tile, begin, end));
    }

    /** The root of a complete subtree whose hashes are given, a power of two of them. */
    byte[] root(byte[] hashes) {
        byte[] level = hashes;
        while (level.length > TreeHash.LENGTH) {
            byte[] above = new byte[level.length / 2];
            for (int at = 0; at < above.length; at += TreeHash.LENGTH) {
                sha.update(NODE);
                sha.update(level, 2 * at, 2 * TreeHash.LENGTH);
                System.arraycopy(sha.digest(), 0, above, at, TreeHash.LENGTH);
            }
            level = above;
        }
        return level;
    }

    private byte[] node(byte[] left, byte[] right) {
        sha.update(NODE);
        sha.update(left);
        return sha.digest(right);
    }
}
