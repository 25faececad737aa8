package nl.schakel.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * SQL statements of a zone in the running transaction: sets, upserts, locks and functions, for which rows are no better.
 *
 * <p>A parameter is what the driver takes, an {@link Instant}, or an {@code int[]} or {@code String[]} for an array.
 * Every method throws {@link DatabaseFailure} where the statement fails. Thread-safe.
 */
public final class Statements {
    private static final int FETCH = 10_000;
    private final Supplier<Connection> connections;

    Statements(Supplier<Connection> connections) {
        this.connections = connections;
    }

    /** Reads one row of an answer. */
    @FunctionalInterface
    public interface RowReader<T> {
        /** What the row says; the row is valid during the call only. */
        T read(ResultSet row) throws SQLException;
    }

    /** Takes one row of an answer. */
    @FunctionalInterface
    public interface RowTaker {
        /** Takes the row, which is valid during the call only. */
        void take(ResultSet row) throws SQLException;
    }

    /** Binds and executes. */
    @FunctionalInterface
    public interface Work {
        /** Uses the statement, which is closed afterwards. */
        void with(PreparedStatement statement) throws SQLException;
    }

    /** All rows of an answer. */
    public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        List<T> all = new ArrayList<>();
        each(sql, row -> all.add(reader.read(row)), parameters);
        return all;
    }

    /** The only row of an answer that always has one. */
    public <T> T one(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return list(sql, reader, parameters).get(0);
    }

    /** The number in the first column of the only row of an answer that always has one. */
    public long number(String sql, @Nullable Object... parameters) {
        return one(sql, row -> row.getLong(1), parameters);
    }

    /** Hands over the rows one by one, in constant memory within a transaction. */
    public void each(String sql, RowTaker taker, @Nullable Object... parameters) {
        run(sql, statement -> {
            statement.setFetchSize(FETCH);
            bind(statement, parameters);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    taker.take(row);
                }
            }
        });
    }

    /** Changes rows. @return how many */
    public int update(String sql, @Nullable Object... parameters) {
        int[] changed = new int[1];
        run(sql, statement -> {
            bind(statement, parameters);
            changed[0] = statement.executeUpdate();
        });
        return changed[0];
    }

    /** Runs the work on one prepared statement. */
    public void run(String sql, Work work) {
        try (Connection connection = connections.get();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            work.with(statement);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            statement.setObject(i + 1, value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value);
        }
    }
}
