package nl.schakel.consent.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import nl.schakel.consent.ExitLock;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Zone;

/** An advisory lock of PostgreSQL, let go when the transaction ends. */
@Dependent
class PostgresExitLock implements ExitLock {
    private final Database database;

    @Inject
    PostgresExitLock(Database database) {
        this.database = database;
    }

    @Override
    public void shared(Zone zone) {
        lock(zone, "select consent.lock_exits_shared()");
    }

    @Override
    public void exclusive(Zone zone) {
        lock(zone, "select consent.lock_exits_exclusive()");
    }

    private void lock(Zone zone, String sql) {
        database.statements(zone).each(sql, row -> {});
    }
}
