package nl.schakel.pseudonym.store;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import nl.schakel.platform.database.CopyIn;
import nl.schakel.platform.database.CopyRow;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.NextLayers;
import nl.schakel.pseudonym.PseudonymRefused.NotRotated;
import org.jspecify.annotations.Nullable;

/**
 * One table with keyed values while its rows are written anew. Some blocks of the table at a time are copied out in binary,
 * the layer is put over the keyed columns on all cores, and they are copied into the staging table; the other columns go
 * through as they are. One row in a hundred, drawn at random, is computed by the second implementation as well.
 */
final class RotatedTable {
    private static final int BLOCKS = 400;
    private static final int SAMPLED = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final String relation;
    private final List<String> columns;
    private final int[] keyed;
    private final int generation;

    private RotatedTable(Database database, String relation, List<String> columns, Set<String> keyed) {
        this.database = database;
        this.relation = relation;
        this.columns = columns;
        this.keyed = IntStream.range(0, columns.size())
                .filter(i -> keyed.contains(columns.get(i)))
                .toArray();
        this.generation = columns.indexOf("generation");
    }

    static RotatedTable of(Database database, String relation) {
        Statements statements = database.statements(Zone.LINK);
        List<String> columns = statements.list(
                "select quote_ident(attname) from pg_attribute where attrelid = ?::regclass and attnum > 0"
                        + " and not attisdropped order by attnum",
                row -> row.getString(1),
                relation);
        Set<String> keyed = Set.copyOf(statements.list(
                "select unnest(columns) from pseudonym.keyed where relation = ?", row -> row.getString(1), relation));
        return new RotatedTable(database, relation, columns, keyed);
    }

    /** Stages all rows under the layer. @return how many were computed twice */
    long stage(NextLayers.Layer layer, int next) {
        long blocks = database.statements(Zone.LINK)
                .number("select pg_relation_size(?::regclass) / current_setting('block_size')::integer", relation);
        long recomputed = 0;
        for (long from = 0; from < blocks; from += BLOCKS) {
            recomputed += stage(rows(from), layer, next);
        }
        return recomputed;
    }

    private List<byte[][]> rows(long from) {
        List<byte[][]> rows = new ArrayList<>();
        String range = String.format(Locale.ROOT, "ctid >= '(%d,0)' and ctid < '(%d,0)'", from, from + BLOCKS);
        String copy = "copy (select " + String.join(", ", columns) + " from " + relation + " where " + range
                + ") to stdout (format binary)";
        database.copyOut(Zone.LINK, copy, row -> rows.add(fields(row)));
        return rows;
    }

    private byte[][] fields(CopyRow row) {
        byte[][] fields = new byte[columns.size()][];
        for (int i = 0; i < fields.length; i++) {
            if (!row.isNull(i)) {
                fields[i] = row.bytes(i);
            }
        }
        return fields;
    }

    private long stage(List<byte[][]> rows, NextLayers.Layer layer, int next) {
        List<byte[][]> drawn = new ArrayList<>();
        for (byte[][] row : rows) {
            if (RANDOM.nextInt(SAMPLED) == 0 && isKeyed(row)) {
                drawn.add(recomputed(row, layer, next));
            }
        }
        rows.parallelStream().forEach(row -> {
            for (int column : keyed) {
                if (row[column] != null) {
                    row[column] = layer.over(row[column]);
                }
            }
            putGeneration(row, next);
        });
        copyIn("pseudonym.rotated", rows);
        copyIn("pseudonym.recomputed", drawn);
        return drawn.size();
    }

    private boolean isKeyed(byte[][] row) {
        return Arrays.stream(keyed).anyMatch(column -> row[column] != null);
    }

    private byte[][] recomputed(byte[][] old, NextLayers.Layer layer, int next) {
        byte[][] row = old.clone();
        for (int column : keyed) {
            if (row[column] != null) {
                row[column] = layer.again(row[column]);
            }
        }
        putGeneration(row, next);
        return row;
    }

    private void putGeneration(byte[][] row, int next) {
        if (generation >= 0 && row[generation] != null) {
            row[generation] = ByteBuffer.allocate(Integer.BYTES).putInt(next).array();
        }
    }

    private void copyIn(String table, List<byte[][]> rows) {
        try (CopyIn copy = database.copyIn(
                Zone.LINK, "copy " + table + " (" + String.join(", ", columns) + ") from stdin (format binary)")) {
            for (byte[] @Nullable [] row : rows) {
                copy.row(row.length);
                for (byte @Nullable [] field : row) {
                    copy.bytes(field);
                }
            }
            if (copy.finish() != rows.size()) {
                throw new NotRotated(NotRotated.Reason.CHECK_FAILED);
            }
        }
    }
}
