package nl.schakel.release.store;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import nl.schakel.platform.database.Statements;
import nl.schakel.release.ReleaseId;

/** Reads the chunks of a package one after the other. */
final class ChunkReader extends InputStream {
    private final Statements statements;
    private final ReleaseId id;
    private byte[] chunk = new byte[0];
    private int position;
    private int seq;
    private boolean ended;

    ChunkReader(Statements statements, ReleaseId id) {
        this.statements = statements;
        this.id = id;
    }

    @Override
    public int read() {
        return fill() ? chunk[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int part = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, bytes, offset, part);
        position += part;
        return part;
    }

    private boolean fill() {
        if (position == chunk.length && !ended) {
            List<byte[]> next = statements.list(
                    "select bytes from release.chunk where release_id = ? and seq = ?",
                    row -> row.getBytes(1),
                    id.value(),
                    seq++);
            ended = next.isEmpty();
            chunk = ended ? new byte[0] : next.get(0);
            position = 0;
        }
        return !ended;
    }
}
