package nl.schakel.extract.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.DatabaseFailure;
import nl.schakel.platform.database.Zone;

/** Statements on the cold zone's connection of the running transaction. */
final class Cold {
    private static final int FETCH = 10_000;
    private final Database database;

    Cold(Database database) {
        this.database = database;
    }

    /** Takes one row of an answer. */
    @FunctionalInterface
    interface Row {
        void read(ResultSet row) throws SQLException;
    }

    void query(String sql, Row each, Object... parameters) {
        try (Connection connection = database.connection(Zone.COLD);
                PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                each.read(rows);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    int update(String sql, Object... parameters) {
        try (Connection connection = database.connection(Zone.COLD);
                PreparedStatement statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setFetchSize(FETCH);
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof Numbers numbers) {
                statement.setArray(
                        i + 1,
                        connection.createArrayOf("integer", numbers.values().toArray()));
            } else if (parameters[i] instanceof Texts texts) {
                statement.setArray(
                        i + 1, connection.createArrayOf("text", texts.values().toArray()));
            } else {
                statement.setObject(i + 1, parameters[i]);
            }
        }
        return statement;
    }

    /** An {@code integer[]}. */
    record Numbers(Collection<Integer> values) {}

    /** A {@code text[]}. */
    record Texts(Collection<String> values) {}
}
