package nl.schakel.consent.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.DatabaseFailure;
import nl.schakel.platform.database.Zone;
import org.jspecify.annotations.Nullable;

/** Statements in the running transaction of the school zone, in which row-level security shows one school's rows. */
final class SchoolZone {
    private final Database database;

    SchoolZone(Database database) {
        this.database = database;
    }

    /** Reads one row. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Does something with a prepared statement. */
    interface Work {
        void with(PreparedStatement statement) throws SQLException;
    }

    /** All rows of the query. */
    <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        List<T> all = new ArrayList<>();
        prepare(sql, statement -> {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, sqlValue(parameters[i]));
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    all.add(reader.read(row));
                }
            }
        });
        return all;
    }

    /** Runs the work on one prepared statement. */
    void prepare(String sql, Work work) {
        try (Connection connection = database.connection(Zone.SCHOOL);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            work.with(statement);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** The database's form of a moment; any other value as it is. */
    static @Nullable Object sqlValue(@Nullable Object value) {
        return value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value;
    }

    /** The moment in a column, which has one. */
    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
