package nl.schakel.delivery.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.DatabaseFailure;
import nl.schakel.platform.database.Zone;

/** Runs one statement in the running transaction. */
final class Statements {
    private Statements() {}

    /** Binds and executes. */
    interface Work {
        void accept(PreparedStatement statement) throws SQLException;
    }

    /** Runs the work in the school zone. @throws DatabaseFailure where the statement fails */
    static void run(Database database, String sql, Work work) {
        run(database, Zone.SCHOOL, sql, work);
    }

    /** The number in the first column of the only row. @throws DatabaseFailure where the statement fails */
    static long number(Database database, Zone zone, String sql, Object... values) {
        long[] number = new long[1];
        run(database, zone, sql, statement -> {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                number[0] = row.getLong(1);
            }
        });
        return number[0];
    }

    private static void run(Database database, Zone zone, String sql, Work work) {
        try (Connection connection = database.connection(zone);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            work.accept(statement);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
