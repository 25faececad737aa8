package nl.schakel.delivery.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import nl.schakel.delivery.DeliveryRefused;

/**
 * The bytes of one upload, counted. Refuses the file at the first byte beyond the limit, and refuses one single token
 * (a name, a comment, a field) that is longer than a megabyte, because a parser would have to hold it in memory.
 */
final class LimitedInput extends InputStream {
    private static final int HEAD = 512;
    private static final int LONGEST_TOKEN = 1 << 20;

    private final InputStream bytes;
    private final long limit;
    private final byte[] head;
    private int headUsed;
    private long count;
    private long mark;

    LimitedInput(InputStream bytes, long limit) throws IOException {
        this.bytes = bytes;
        this.limit = limit;
        byte[] first = bytes.readNBytes(HEAD);
        this.head = first;
    }

    /** The first bytes of the file, at most 512; not consumed. */
    byte[] head() {
        return Arrays.copyOf(head, head.length);
    }

    /** A token has ended: the parser may read on. */
    void progress() {
        mark = count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = headUsed < head.length ? fromHead(target, offset, length) : bytes.read(target, offset, length);
        if (read > 0) {
            count += read;
            check();
        }
        return read;
    }

    private int fromHead(byte[] target, int offset, int length) {
        int read = Math.min(length, head.length - headUsed);
        System.arraycopy(head, headUsed, target, offset, read);
        headUsed += read;
        return read;
    }

    private void check() {
        if (count > limit) {
            throw new DeliveryRefused.TooLarge(limit);
        }
        if (count - mark > LONGEST_TOKEN) {
            throw new DeliveryRefused.TooComplex(0);
        }
    }
}
