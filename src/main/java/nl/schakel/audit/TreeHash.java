package nl.schakel.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

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

    /** Adds a leaf, which is hashed at once and may be changed afterwards. */
    public void add(byte[] leaf) {
        sha.update(LEAF);
        byte[] hash = sha.digest(leaf);
        int level = 0;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = node(complete[level], hash);
            level++;
        }
        complete[level] = hash;
        size++;
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
                root = node(complete[level], root);
            }
        }
        return root;
    }

    private byte[] node(byte[] left, byte[] right) {
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
