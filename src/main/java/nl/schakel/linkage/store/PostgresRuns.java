package nl.schakel.linkage.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.linkage.RegisterUsed;
import nl.schakel.linkage.Run;
import nl.schakel.linkage.RunId;
import nl.schakel.linkage.Runs;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.DatabaseFailure;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.register.FileType;
import org.jspecify.annotations.Nullable;

/** Runs in PostgreSQL. */
@Dependent
public class PostgresRuns implements Runs {
    private static final int BLOCK = 50_000;
    private static final String INPUTS =
            """
            select t.type, d.id, d.reference_date
              from (select distinct f.type from register.file f) t
              join register.delivery d on d.id = register.newest(t.type)
             order by t.type
            """;
    private final Database database;
    private final AuditTrail trail;

    /** Stores in this database. */
    @Inject
    public PostgresRuns(Database database, AuditTrail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public Optional<Inputs> inputs() {
        try (Connection connection = database.connection(Zone.LINK);
                PreparedStatement lock = connection.prepareStatement(
                        "select pg_advisory_xact_lock(hashtextextended('linkage.run', 0))");
                PreparedStatement query = connection.prepareStatement(INPUTS)) {
            lock.execute();
            List<RegisterUsed> registers = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    registers.add(RunRows.register(row));
                }
            }
            return registers.stream()
                    .filter(register -> register.type() == FileType.KOPPELTABEL)
                    .findFirst()
                    .map(bridge -> new Inputs(bridge.delivery(), bridge.referenceDate(), registers));
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public Linked linkByNumber(RunId run, Inputs inputs, Instant at) {
        try (Connection connection = database.connection(Zone.LINK)) {
            PassOne.Done done = PassOne.run(connection, run, inputs, at);
            return new Linked(done.deliveries(), done.objected(), done.erased(), Tallies.make(connection, run));
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public void persons(RunId run, Consumer<List<PersonKey>> blocks) {
        List<PersonKey> block = block(run, null);
        while (!block.isEmpty()) {
            blocks.accept(block);
            block = block(run, block.get(block.size() - 1));
        }
    }

    private List<PersonKey> block(RunId run, @Nullable PersonKey after) {
        List<PersonKey> persons = new ArrayList<>();
        try (Connection connection = database.connection(Zone.LINK);
                PreparedStatement query = connection.prepareStatement(
                        "select p from linkage.link where run_id = ? and p > ? order by p limit " + BLOCK)) {
            query.setObject(1, run.value());
            query.setBytes(2, after == null ? new byte[0] : after.bytes());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    persons.add(PersonKey.of(row.getBytes(1)));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        return persons;
    }

    @Override
    public void add(Run run, AuditEntry entry) {
        try (Connection connection = database.connection(Zone.LINK)) {
            RunRows.insert(connection, run);
            PassOne.mark(connection, run.id(), run.finished());
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        trail.append(Zone.LINK, entry);
    }

    @Override
    public void note(AuditEntry entry) {
        trail.append(Zone.LINK, entry);
    }

    @Override
    public Optional<Run> find(RunId id) {
        return RunRows.read(database, "where r.id = ?", id.value(), 1).stream().findFirst();
    }

    @Override
    public List<Run> newest(int most) {
        return RunRows.read(database, "where ?::uuid is null", null, most);
    }
}
