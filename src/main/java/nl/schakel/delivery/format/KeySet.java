package nl.schakel.delivery.format;

import java.util.Arrays;

/**
 * Which keys of a file were seen, as 64-bit hashes in an open table: at most 16 bytes a key, no key text in memory. Two
 * different keys of a file of a million collide with a chance of 1 in 37 million.
 */
final class KeySet {
    private static final long EMPTY = 0;
    private long[] table = new long[1024];
    private int size;

    /** Adds the text; whether it was not there yet. */
    boolean add(CharSequence text) {
        return add(hash(text));
    }

    /** Adds a hash of {@link #hash}; whether it was not there yet. */
    boolean add(long hash) {
        if (2 * size >= table.length) {
            grow();
        }
        int slot = slot(table, hash);
        if (table[slot] == hash) {
            return false;
        }
        table[slot] = hash;
        size++;
        return true;
    }

    private void grow() {
        long[] old = table;
        table = new long[2 * old.length];
        Arrays.stream(old).filter(hash -> hash != EMPTY).forEach(hash -> table[slot(table, hash)] = hash);
    }

    private static int slot(long[] table, long hash) {
        int mask = table.length - 1;
        int slot = (int) hash & mask;
        while (table[slot] != EMPTY && table[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** A well mixed 64-bit hash, never 0. */
    static long hash(CharSequence text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = mix(hash, text.charAt(i));
        }
        return finish(hash);
    }

    /** The hash of a part of a buffer; equal to {@link #hash(CharSequence)} of the same text. */
    static long hash(char[] chars, int from, int to) {
        long hash = 0xCBF29CE484222325L;
        for (int i = from; i < to; i++) {
            hash = mix(hash, chars[i]);
        }
        return finish(hash);
    }

    /** Two hashes to one, for keys of several fields. */
    static long join(long first, long second) {
        return finish(first * 0x9E3779B97F4A7C15L + second);
    }

    private static long mix(long hash, char c) {
        long mixed = (hash ^ c) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 32);
    }

    private static long finish(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        mixed ^= mixed >>> 33;
        return mixed == EMPTY ? 1 : mixed;
    }
}
