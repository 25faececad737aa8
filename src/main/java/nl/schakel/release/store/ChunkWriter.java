package nl.schakel.release.store;

import java.io.OutputStream;
import java.util.Arrays;
import nl.schakel.platform.database.Statements;
import nl.schakel.release.ReleaseId;

/** Stores what is written, one row for each full chunk and one for the rest. */
final class ChunkWriter extends OutputStream {
    private final Statements statements;
    private final ReleaseId id;
    private final byte[] buffer = new byte[PostgresPackages.CHUNK];
    private int filled;
    private int seq;

    ChunkWriter(Statements statements, ReleaseId id) {
        this.statements = statements;
        this.id = id;
    }

    @Override
    public void write(int b) {
        buffer[filled++] = (byte) b;
        storeWhenFull();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int from = offset;
        int left = length;
        while (left > 0) {
            int part = Math.min(left, buffer.length - filled);
            System.arraycopy(bytes, from, buffer, filled, part);
            filled += part;
            from += part;
            left -= part;
            storeWhenFull();
        }
    }

    private void storeWhenFull() {
        if (filled == buffer.length) {
            store();
        }
    }

    private void store() {
        statements.update(
                "insert into release.chunk (release_id, seq, bytes) values (?, ?, ?)",
                id.value(),
                seq++,
                Arrays.copyOf(buffer, filled));
        filled = 0;
    }

    /** Stores the rest. Idempotent. */
    @Override
    public void close() {
        if (filled > 0) {
            store();
        }
    }
}
