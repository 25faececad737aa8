package nl.schakel.audit;

import java.security.MessageDigest;
import java.util.Iterator;
import java.util.List;

/**
 * Checks proofs of a Merkle tree as RFC 9162 does (sections 2.1.3.2 and 2.1.4.2; the tree is that of RFC 6962, section 2.1): that a
 * leaf is in a tree, and that a tree is the beginning of a larger one. A proof with a hash too many, too few or of another
 * length proves nothing. Thread-safe.
 */
public final class MerkleProof {
    private MerkleProof() {}

    /**
     * Whether the leaf is in the tree.
     *
     * @param index the place of the leaf, from 0
     * @param size the leaves of the tree
     * @param leaf the hash of the leaf
     * @param path the hashes of the proof, from the leaf up
     * @param root the hash of the tree
     */
    public static boolean includes(long index, long size, byte[] leaf, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size || !areHashes(path) || leaf.length != TreeHash.LENGTH) {
            return false;
        }
        long place = index;
        long last = size - 1;
        byte[] computed = leaf;
        for (byte[] hash : path) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                computed = TreeHash.node(hash, computed);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                computed = TreeHash.node(computed, hash);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(computed, root);
    }

    /**
     * Whether the earlier tree is the beginning of the later one; an empty tree, which begins every other, is none that a proof can be
     * about.
     *
     * @param before the leaves of the earlier tree
     * @param after the leaves of the later tree
     * @param earlier the hash of the earlier tree
     * @param later the hash of the later tree
     */
    public static boolean extend(long before, long after, byte[] earlier, byte[] later, List<byte[]> path) {
        if (before < 1 || before > after || !areHashes(path)) {
            return false;
        }
        if (before == after) {
            return path.isEmpty() && MessageDigest.isEqual(earlier, later);
        }
        return extend(before, after - 1, earlier, later, path.iterator());
    }

    private static boolean extend(long before, long last, byte[] earlier, byte[] later, Iterator<byte[]> path) {
        int shift = Long.numberOfTrailingZeros(before);
        long place = (before - 1) >> shift;
        long end = last >> shift;
        // a tree of 2^k leaves is a node of the larger one: its hash is where the proof begins
        byte[] first = place == 0 ? earlier : path.hasNext() ? path.next() : new byte[0];
        byte[] small = first;
        byte[] large = first;
        while (path.hasNext()) {
            byte[] hash = path.next();
            if (end == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == end) {
                small = TreeHash.node(hash, small);
                large = TreeHash.node(hash, large);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    end >>= 1;
                }
            } else {
                large = TreeHash.node(large, hash);
            }
            place >>= 1;
            end >>= 1;
        }
        return end == 0 && MessageDigest.isEqual(small, earlier) && MessageDigest.isEqual(large, later);
    }

    private static boolean areHashes(List<byte[]> path) {
        return path.stream().allMatch(hash -> hash.length == TreeHash.LENGTH);
    }
}
