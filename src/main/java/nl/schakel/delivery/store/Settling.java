package nl.schakel.delivery.store;

import java.sql.ResultSet;
import java.util.List;
import java.util.UUID;
import nl.schakel.delivery.FileHeader;
import nl.schakel.delivery.NewContent.Settled;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Zone;

/** Removes what an earlier delivery of the school holds already, by set-based functions that the school may execute. */
final class Settling {
    private final Database database;
    private final UUID id;

    Settling(Database database, UUID id) {
        this.database = database;
        this.id = id;
    }

    Settled pupils(FileHeader header, long stored) {
        String call = "select delivery.settle_pupils(?, ?, ?::smallint)";
        long known = Statements.number(
                database,
                Zone.SCHOOL,
                call,
                id,
                header.site().site(),
                header.schoolYear().start());
        return new Settled(stored - known, known, 0);
    }

    Settled results(List<Integer> undefinedTests, long stored) {
        long[] removed = new long[2];
        Statements.run(database, "select known, undefined from delivery.settle_results(?, ?)", statement -> {
            statement.setObject(1, id);
            statement.setArray(2, statement.getConnection().createArrayOf("int4", undefinedTests.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                removed[0] = row.getLong(1);
                removed[1] = row.getLong(2);
            }
        });
        return new Settled(stored - removed[0] - removed[1], removed[0], removed[1]);
    }

    Settled social(long stored) {
        long known = Statements.number(database, Zone.SCHOOL, "select delivery.settle_social(?)", id);
        return new Settled(stored - known, known, 0);
    }
}
