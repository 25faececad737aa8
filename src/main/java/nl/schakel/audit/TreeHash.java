package nl.schakel.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree hash of a list of leaves that come one by one, in memory for one node a level: RFC 6962, section 2.1, with
 * SHA-256. Not thread-safe.
 */
public final class TreeHash {
    /** The bytes of a hash. */
    public static final int LENGTH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final int LEVELS = 63;

    private final MessageDigest sha = sha256();
    private final byte[][] complete = new byte[LEVELS][];
    private long size;

    /**
     * Goes on with a tree of which only the {@link #frontier} is left.
     *
     * @param size the leaves of that tree, not negative
     * @param frontier as many hashes as {@code size} has bits that are 1; they are copied
     * @throws IllegalArgumentException where there are other hashes
     */
    public static TreeHash resume(long size, List<byte[]> frontier) {
        boolean fits = size >= 0
                && frontier.size() == Long.bitCount(size)
                && frontier.stream().allMatch(hash -> hash.length == LENGTH);
        if (!fits) {
            throw new IllegalArgumentException("not the frontier of a tree of " + size);
        }
        TreeHash tree = new TreeHash();
        tree.size = size;
        int next = 0;
        for (int level = LEVELS - 1; level >= 0; level--) {
            if ((size >> level & 1) == 1) {
                tree.complete[level] = frontier.get(next).clone();
                next++;
            }
        }
        return tree;
    }

    /**
     * The compact range of the leaves so far: the hashes of the largest complete subtrees from the left, largest first, one
     * for each bit of the size that is 1. What a copy needs to go on without the leaves.
     */
    public List<byte[]> frontier() {
        List<byte[]> hashes = new ArrayList<>();
        for (int level = LEVELS - 1; level >= 0; level--) {
            if ((size >> level & 1) == 1) {
                hashes.add(complete[level].clone());
            }
        }
        return hashes;
    }

    /** Adds a leaf, which is hashed at once and may be changed afterwards. */
    public void add(byte[] leaf) {
        addHash(leafHash(leaf));
    }

    /**
     * Adds a leaf of which only the hash is known.
     *
     * @param leaf its hash, 32 bytes, which is kept and may not be changed afterwards
     */
    public void addHash(byte[] leaf) {
        byte[] hash = leaf;
        int level = 0;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = joined(complete[level], hash);
            level++;
        }
        complete[level] = hash;
        size++;
    }

    /** The hash of a leaf: {@code SHA-256(0x00 || leaf)}. */
    public byte[] leafHash(byte[] leaf) {
        sha.update(LEAF);
        return sha.digest(leaf);
    }

    /** The leaves so far. */
    public long size() {
        return size;
    }

    /** The hash of the tree of the leaves so far, 32 bytes; of none, the hash of nothing. */
    public byte[] root() {
        if (size == 0) {
            return sha.digest();
        }
        int level = Long.numberOfTrailingZeros(size);
        byte[] root = complete[level].clone();
        for (level++; size >> level != 0; level++) {
            if ((size >> level & 1) == 1) {
                root = joined(complete[level], root);
            }
        }
        return root;
    }

    private byte[] joined(byte[] left, byte[] right) {
        sha.update(NODE);
        sha.update(left);
        return sha.digest(right);
    }

    /** The hash of a leaf: {@code SHA-256(0x00 || leaf)}. */
    public static byte[] leaf(byte[] leaf) {
        MessageDigest sha = sha256();
        sha.update(LEAF);
        return sha.digest(leaf);
    }

    /** The hash of a node: {@code SHA-256(0x01 || left || right)}. */
    public static byte[] node(byte[] left, byte[] right) {
        MessageDigest sha = sha256();
        sha.update(NODE);
        sha.update(left);
        return sha.digest(right);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
