package nl.schakel.delivery;

/**
 * How much one file may hold; beyond it the reader stops at once.
 *
 * @param bytes largest size, counted while reading
 * @param rows most pupils or results; bounds the memory that duplicate detection takes (at most 16 bytes a row)
 */
public record FileLimits(long bytes, int rows) {
    /** 2 GiB and four million rows: more than ten times the yearly results of the largest board. */
    public static final FileLimits USUAL = new FileLimits(2L << 30, 4_000_000);

    /** @throws IllegalArgumentException where a limit is not positive */
    public FileLimits {
        if (bytes < 1 || rows < 1) {
            throw new IllegalArgumentException("a limit is positive");
        }
    }
}
