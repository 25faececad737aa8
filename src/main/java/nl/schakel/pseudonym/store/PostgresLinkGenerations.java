package nl.schakel.pseudonym.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.LinkGenerations;
import nl.schakel.pseudonym.SeriesInForce;

/** The one row of {@code pseudonym.in_force}, and the series. */
@Dependent
class PostgresLinkGenerations implements LinkGenerations {
    private final Database database;

    @Inject
    PostgresLinkGenerations(Database database) {
        this.database = database;
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public SeriesInForce inForce() {
        return PostgresKeyChanges.inForce(database.statements(Zone.LINK));
    }

    @Override
    public int hold(Zone zone) {
        return (int) database.statements(zone).number("select pseudonym.hold(null)");
    }
}
