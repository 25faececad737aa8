package nl.schakel.release.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import nl.schakel.delivery.DeliveryId;
import nl.schakel.delivery.InRelease;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;

/** Answers in the school's transaction, through a function that tells the school yes or no and nothing else. */
@Dependent
public class PostgresInRelease implements InRelease {
    private final Statements statements;

    @Inject
    public PostgresInRelease(Database database) {
        this.statements = database.statements(Zone.SCHOOL);
    }

    @Override
    public boolean holds(DeliveryId delivery) {
        return statements.one("select release.holds_delivery(?)", row -> row.getBoolean(1), delivery.value());
    }
}
