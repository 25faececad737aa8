package nl.schakel.delivery.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import nl.schakel.delivery.DeliveryContent;
import nl.schakel.delivery.DeliveryId;
import nl.schakel.delivery.FileHeader;
import nl.schakel.delivery.NewContent;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.school.Brin;

/** Rows of deliveries in PostgreSQL: written by COPY, removed by functions that act for the own school. */
@Dependent
class PostgresContent implements DeliveryContent {
    private final Database database;
    private final Statements statements;

    @Inject
    PostgresContent(Database database) {
        this.database = database;
        this.statements = database.statements(Zone.SCHOOL);
    }

    @Override
    public NewContent begin(DeliveryId id, FileHeader header) {
        return new PostgresNewContent(database, id, header);
    }

    @Override
    public boolean hasPupils(Brin school) {
        String select = "select exists (select from delivery.delivery where brin = ? and part = 'PUPILS' "
                + "and state in ('RECEIVED', 'APPROVED', 'LINKED'))::int";
        return statements.number(select, school.value()) == 1;
    }

    @Override
    public List<PersonKey> persons(DeliveryId id) {
        return statements.list("select delivery.persons(?)", row -> PersonKey.of(row.getBytes(1)), id.value());
    }

    @Override
    public long erase(DeliveryId id) {
        return statements.number("select delivery.erase(?)", id.value());
    }
}
