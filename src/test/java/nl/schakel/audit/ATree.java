package nl.schakel.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A log in memory, with its roots, proofs and checkpoints. */
public final class ATree {
    private final String origin;
    private final List<byte[]> entries = new ArrayList<>();

    /** An empty log of this name. */
    public ATree(String origin) {
        this.origin = origin;
    }

    /** A log that begins as this one, up to a size. */
    public ATree branch(int size) {
        ATree branch = new ATree(origin);
        branch.entries.addAll(entries.subList(0, size));
        return branch;
    }

    /** Adds so many entries, which hold this word and their number. */
    public ATree grow(int count, String word) {
        for (int i = 0; i < count; i++) {
            entries.add((word + " " + entries.size()).getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    /** The number of entries. */
    public int size() {
        return entries.size();
    }

    /** An entry. */
    public byte[] entry(int index) {
        return entries.get(index).clone();
    }

    /** Roots and proofs, from tiles. */
    public TileTree tree() {
        return new TileTree(this::tile);
    }

    /** Tiles of the log as it is now. */
    public byte[] tile(int level, long index) {
        long nodes = (long) entries.size() >> (Tiles.HEIGHT * level);
        int from = (int) index * Tiles.WIDTH;
        int to = (int) Math.min(nodes, from + (long) Tiles.WIDTH);
        byte[] hashes = new byte[Math.max(0, to - from) * TreeHash.LENGTH];
        for (int i = from; i < to; i++) {
            System.arraycopy(node(level, i), 0, hashes, (i - from) * TreeHash.LENGTH, TreeHash.LENGTH);
        }
        return hashes;
    }

    private byte[] node(int level, int index) {
        TreeHash hash = new TreeHash();
        int width = 1 << (Tiles.HEIGHT * level);
        entries.subList(index * width, (index + 1) * width).forEach(hash::add);
        return hash.root();
    }

    /** The checkpoint at a size. */
    public Checkpoint checkpoint(int size) {
        TreeHash hash = new TreeHash();
        entries.subList(0, size).forEach(hash::add);
        return Checkpoint.of(origin, size, hash.root());
    }

    /** The checkpoint at a size, signed. */
    public Note note(int size, ASigner signer) {
        String text = checkpoint(size).text();
        return new Note(text, List.of(signer.sign(text, 0)));
    }

    /** The request to a witness that signed the old size. */
    public AddCheckpoint request(int old, int size, ASigner signer) {
        return AddCheckpoint.of(old, tree().consistency(old, size), note(size, signer));
    }
}
