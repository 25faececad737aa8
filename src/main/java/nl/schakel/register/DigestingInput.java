package nl.schakel.register;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Computes the SHA-256 of what is read through it. */
final class DigestingInput extends FilterInputStream {
    private final MessageDigest digest;

    DigestingInput(InputStream bytes) {
        super(bytes);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            digest.update((byte) one);
        }
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        if (count > 0) {
            digest.update(target, offset, count);
        }
        return count;
    }

    /** Leaves the stream open: a reader that closes what it has read would keep {@link #finish} from the rest. */
    @Override
    public void close() {
        // the stream belongs to the upload
    }

    /** Reads what is left and gives the digest of all. */
    Digest finish() throws IOException {
        byte[] rest = new byte[8192];
        while (read(rest, 0, rest.length) >= 0) {
            // to the end
        }
        return Digest.of(digest.digest());
    }
}
