package nl.schakel.release;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Passes bytes on, counting and digesting them. Not thread-safe. */
public final class MeasuredStream extends FilterOutputStream {
    private final MessageDigest digest = Sha256.newDigest();
    private long size;

    /** Passes on to {@code out}, which is closed with it. */
    public MeasuredStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        digest.update((byte) b);
        size++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        digest.update(bytes, offset, length);
        size += length;
    }

    /** Bytes so far. */
    public long size() {
        return size;
    }

    /** The digest of the bytes so far; starts anew afterwards. */
    public Sha256 digest() {
        return Sha256.finish(digest);
    }
}
