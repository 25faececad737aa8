package nl.schakel.platform.database;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads PostgreSQL's binary COPY format; see {@link CopyIn}. */
final class CopyOut {
    private static final int SIGNATURE_LENGTH = 11;

    private CopyOut() {}

    static void read(InputStream stream, CopyRowReader reader) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
        in.skipNBytes(SIGNATURE_LENGTH + Integer.BYTES);
        in.skipNBytes(in.readInt());
        CopyRow row = new CopyRow();
        for (int fields = in.readShort(); fields >= 0; fields = in.readShort()) {
            row.begin(fields);
            for (int i = 0; i < fields; i++) {
                int length = in.readInt();
                row.field(i, length);
                if (length > 0) {
                    in.readFully(row.data(), row.offset(i), length);
                }
            }
            reader.row(row);
        }
    }
}
