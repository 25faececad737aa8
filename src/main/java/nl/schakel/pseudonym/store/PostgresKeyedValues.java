package nl.schakel.pseudonym.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.DatabaseFailure;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.KeyedValues;
import nl.schakel.pseudonym.NextLayers;
import nl.schakel.pseudonym.PseudonymRefused.NotRotated;

/** The keyed values in PostgreSQL, by the functions {@code pseudonym.rotation_*}, which hold the rights. */
@Dependent
class PostgresKeyedValues implements KeyedValues {
    private static final String CHECK_FAILED = "SK002";
    private static final String CHANGE_OPEN = "SK003";

    private final Database database;
    private final Statements statements;

    @Inject
    PostgresKeyedValues(Database database) {
        this.database = database;
        this.statements = database.statements(Zone.LINK);
    }

    @Override
    public int lock() {
        try {
            return (int) statements.number("select pseudonym.rotation_begin()");
        } catch (DatabaseFailure e) {
            throw e.sqlState().equals(CHANGE_OPEN) ? new NotRotated(NotRotated.Reason.CHANGE_OPEN) : e;
        }
    }

    @Override
    public List<Rewritten> rewrite(NextLayers.Layer layer, int next) {
        List<Rewritten> done = new ArrayList<>();
        for (String relation :
                statements.list("select relation from pseudonym.keyed order by relation", row -> row.getString(1))) {
            statements.number("select 1 from (select pseudonym.rotation_stage(?)) staged", relation);
            long recomputed = RotatedTable.of(database, relation).stage(layer, next);
            done.add(new Rewritten(relation, replace(relation, next), recomputed));
        }
        return done;
    }

    private long replace(String relation, int next) {
        try {
            return statements.number("select pseudonym.rotation_replace(?, ?)", relation, next);
        } catch (DatabaseFailure e) {
            throw refusal(e);
        }
    }

    @Override
    public void putInForce(int next) {
        try {
            statements.number("select 1 from (select pseudonym.rotation_finish(?)) finished", next);
        } catch (DatabaseFailure e) {
            throw refusal(e);
        }
    }

    private static RuntimeException refusal(DatabaseFailure failure) {
        if (failure.isUniqueViolation()) {
            return new NotRotated(NotRotated.Reason.COLLISION);
        }
        return failure.sqlState().equals(CHECK_FAILED) ? new NotRotated(NotRotated.Reason.CHECK_FAILED) : failure;
    }
}
