package nl.schakel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.Processing;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.ProcessingLog;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.audit.Subject;
import nl.schakel.audit.store.AuditParts;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.Admission;
import nl.schakel.pseudonym.People;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pseudonym.PseudonymsAhead;
import nl.schakel.pseudonym.store.PeopleParts;
import nl.schakel.pupil.Pgn;
import nl.schakel.school.Brin;

/**
 * Numbers become persons in PostgreSQL, each with a line in the processing log, and the whole list one entry in the audit
 * log: one transaction for each list, as for each file.
 */
final class NumbersStored {
    private static final String BRIN = "99AA";
    private static final double TICKS_PER_SECOND = 100;

    private final Clock clock = Clock.systemUTC();
    private final Database database = TestPostgres.database(BRIN);
    private final People people = PeopleParts.people(database);
    private final AuditTrail trail = AuditParts.trail(database, clock);
    private final ProcessingLog processing = AuditParts.processing(database, clock);
    private final Actor actor =
            new Actor(new StaffId(UUID.randomUUID()), Set.of(Role.SCHOOL), Optional.of(new Brin(BRIN)));
    private final Pseudonymizer pseudonymizer;

    NumbersStored(Pseudonymizer pseudonymizer) {
        this.pseudonymizer = pseudonymizer;
    }

    /** Stores the numbers and answers the CPU seconds that the database spent on them. */
    double store(List<Pgn> numbers) throws Exception {
        return TestPostgres.inTransaction(Zone.SCHOOL, () -> {
            Path backend = backend();
            double before = cpuSeconds(backend);
            List<PersonKey> persons = new ArrayList<>(numbers.size());
            PseudonymsAhead<Pgn> ahead = new PseudonymsAhead<>(
                    pseudonymizer,
                    (some, tokens) -> persons.addAll(people.admit(
                            Zone.SCHOOL,
                            tokens.stream().map(Admission::byNumber).toList())));
            for (int from = 0; from < numbers.size(); from += PseudonymsAhead.USEFUL) {
                List<Pgn> some = numbers.subList(from, Math.min(from + PseudonymsAhead.USEFUL, numbers.size()));
                ahead.add(some, some);
            }
            ahead.finish();
            ProcessingActivity activity = ProcessingActivity.RECEIVE_DELIVERY;
            Processing operation = Processing.ok(activity, "bench", clock.instant(), clock.instant());
            processing.append(Zone.SCHOOL, operation, () -> persons.stream()
                    .map(person -> Subject.of(person.bytes()))
                    .iterator());
            trail.append(
                    Zone.SCHOOL,
                    AuditEntry.by(actor, "delivery.receive", activity).on("delivery"));
            return cpuSeconds(backend) - before;
        });
    }

    private Path backend() throws SQLException {
        try (Connection connection = database.connection(Zone.SCHOOL);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return Path.of("/proc", row.getString(1), "stat");
        }
    }

    /** User and system time of a process, in the clock ticks of Linux. */
    private static double cpuSeconds(Path stat) throws IOException {
        String[] fields = Files.readString(stat).replaceFirst(".*\\) ", "").split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }
}
