package nl.schakel.audit;

/** Port: reads the stored hashes of the log's tree. */
@FunctionalInterface
public interface Tiles {
    /** How many hashes a whole tile has. */
    int WIDTH = 256;

    /** How many levels of the tree a tile spans. */
    int HEIGHT = 8;

    /**
     * The hashes of the tile, 32 bytes each, one after the other: hash i is the root of the complete subtree of height {@code 8
     * × level} with number {@code 256 × index + i}. Empty where there is no such tile. Source: C2SP tlog-tiles.
     */
    byte[] tile(int level, long index);
}
