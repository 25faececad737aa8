package nl.schakel.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import nl.schakel.platform.database.TestPostgres;

/** The limit that rewriting of tables is held against: {@code INSERT … SELECT} into an empty table of the same shape. */
final class BareCopy {
    private static final double NANOS = 1e9;

    private BareCopy() {}

    /**
     * Seconds of a copy, after a checkpoint.
     *
     * @param table whose columns and constraints the new table has
     * @param including {@code including all} for its constraints and indexes, nothing for none
     * @param rows a query with all columns of the table, in their order
     */
    static double seconds(String table, String including, String rows) throws SQLException {
        execute("drop table if exists pseudonym.bare");
        execute("create table pseudonym.bare (like " + table + " " + including + ")");
        execute("checkpoint");
        long start = System.nanoTime();
        execute("insert into pseudonym.bare " + rows);
        double seconds = (System.nanoTime() - start) / NANOS;
        execute("drop table pseudonym.bare");
        return seconds;
    }

    static void execute(String sql) throws SQLException {
        try (Connection owner = TestPostgres.superuser();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
