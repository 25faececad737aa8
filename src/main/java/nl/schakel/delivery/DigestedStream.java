package nl.schakel.delivery;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import nl.schakel.pseudonym.FileDigest;

/** Feeds the keyed digest with every byte that is read. Not thread-safe. */
final class DigestedStream extends FilterInputStream {
    private static final int BLOCK = 1 << 16;
    private final FileDigest digest;

    DigestedStream(InputStream in, FileDigest digest) {
        super(in);
        this.digest = digest;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        if (count > 0) {
            digest.update(bytes, offset, count);
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return read(new byte[(int) Math.min(BLOCK, count)]);
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Reads what is left and gives the fingerprint of everything. */
    FileFingerprint fingerprint() throws IOException {
        byte[] block = new byte[BLOCK];
        int count;
        do {
            count = read(block, 0, BLOCK);
        } while (count >= 0);
        return FileFingerprint.of(digest.finish());
    }
}
