package nl.schakel.release.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import nl.schakel.delivery.DeliveryId;
import nl.schakel.delivery.InRelease;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.DatabaseFailure;
import nl.schakel.platform.database.Zone;

/** Answers in the school's transaction, through a function that tells the school yes or no and nothing else. */
@Dependent
public class PostgresInRelease implements InRelease {
    private final Database database;

    @Inject
    public PostgresInRelease(Database database) {
        this.database = database;
    }

    @Override
    public boolean holds(DeliveryId delivery) {
        try (Connection connection = database.connection(Zone.SCHOOL);
                PreparedStatement statement = connection.prepareStatement("select release.holds_delivery(?)")) {
            statement.setObject(1, delivery.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
