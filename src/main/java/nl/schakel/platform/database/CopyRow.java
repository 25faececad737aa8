package nl.schakel.platform.database;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

/**
 * One row of a binary COPY, its fields numbered from 0 in the order of the columns. Reused for every row: copy what you
 * keep. Numeric accessors of a field without value throw; ask {@link #isNull} first.
 */
public final class CopyRow {
    private static final long POSTGRES_EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();

    private byte[] data = new byte[256];
    private int[] offsets = new int[16];
    private int[] lengths = new int[16];
    private int end;

    void begin(int fields) {
        if (fields > offsets.length) {
            offsets = new int[fields];
            lengths = new int[fields];
        }
        end = 0;
    }

    void field(int index, int length) {
        offsets[index] = end;
        lengths[index] = length;
        if (length > 0) {
            if (end + length > data.length) {
                data = Arrays.copyOf(data, Math.max(data.length * 2, end + length));
            }
            end += length;
        }
    }

    byte[] data() {
        return data;
    }

    int offset(int field) {
        return offsets[field];
    }

    /** Whether the field has no value. */
    public boolean isNull(int field) {
        return lengths[field] < 0;
    }

    /** A {@code smallint}, {@code integer} or {@code bigint}. */
    public long number(int field) {
        ByteBuffer bytes = ByteBuffer.wrap(data, offsets[field], present(field));
        return switch (lengths[field]) {
            case 2 -> bytes.getShort();
            case 4 -> bytes.getInt();
            default -> bytes.getLong();
        };
    }

    /** A {@code double precision}. */
    public double float8(int field) {
        return ByteBuffer.wrap(data, offsets[field], present(field)).getDouble();
    }

    /** A {@code boolean}. */
    public boolean bool(int field) {
        present(field);
        return data[offsets[field]] != 0;
    }

    /** A copy of a {@code bytea}. */
    public byte[] bytes(int field) {
        return Arrays.copyOfRange(data, offsets[field], offsets[field] + present(field));
    }

    /** A {@code text}. */
    public String text(int field) {
        return new String(data, offsets[field], present(field), StandardCharsets.UTF_8);
    }

    /** A {@code uuid}. */
    public UUID uuid(int field) {
        ByteBuffer bytes = ByteBuffer.wrap(data, offsets[field], present(field));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /** A {@code date}. */
    public LocalDate date(int field) {
        return LocalDate.ofEpochDay(number(field) + POSTGRES_EPOCH_DAY);
    }

    private int present(int field) {
        if (lengths[field] < 0) {
            throw new IllegalStateException("field " + field + " has no value");
        }
        return lengths[field];
    }
}
