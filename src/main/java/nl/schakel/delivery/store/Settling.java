package nl.schakel.delivery.store;

import java.util.List;
import java.util.UUID;
import nl.schakel.delivery.FileHeader;
import nl.schakel.delivery.NewContent.Settled;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;

/** Removes what an earlier delivery of the school holds already, by set-based functions that the school may execute. */
final class Settling {
    private final Statements statements;
    private final UUID id;

    Settling(Database database, UUID id) {
        this.statements = database.statements(Zone.SCHOOL);
        this.id = id;
    }

    Settled pupils(FileHeader header, long stored) {
        String call = "select delivery.settle_pupils(?, ?, ?::smallint)";
        long known = statements.number(
                call, id, header.site().site(), header.schoolYear().start());
        return new Settled(stored - known, known, 0);
    }

    Settled results(List<Integer> undefinedTests, long stored) {
        int[] undefined = undefinedTests.stream().mapToInt(Integer::intValue).toArray();
        return statements.one(
                "select known, undefined from delivery.settle_results(?, ?)",
                row -> new Settled(stored - row.getLong(1) - row.getLong(2), row.getLong(1), row.getLong(2)),
                id,
                undefined);
    }

    Settled social(long stored) {
        long known = statements.number("select delivery.settle_social(?)", id);
        return new Settled(stored - known, known, 0);
    }
}
