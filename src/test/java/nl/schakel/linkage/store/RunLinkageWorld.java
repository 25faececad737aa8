package nl.schakel.linkage.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.CollectedLog;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.linkage.Run;
import nl.schakel.linkage.RunLinkage;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.Admission;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Token;
import nl.schakel.pseudonym.TokenKind;
import nl.schakel.pupil.BirthDate;
import nl.schakel.pupil.Pgn;
import nl.schakel.pupil.Sex;
import nl.schakel.samples.AdmittedPeople;
import nl.schakel.samples.PlainTokens;
import org.jspecify.annotations.Nullable;

/** Pupils of a school and persons of a register, and runs that link them, in the database that all tests share. */
abstract class RunLinkageWorld {
    static final Instant NOW = Instant.parse("2022-03-01T12:00:00Z");
    static final AtomicLong CLOCK = new AtomicLong();
    static final Actor OPERATOR = new Actor(new StaffId(UUID.randomUUID()), Set.of(Role.OPERATOR), Optional.empty());
    static final Actor RESEARCHER =
            new Actor(new StaffId(UUID.randomUUID()), Set.of(Role.RESEARCHER), Optional.empty());

    final PlainTokens tokens = new PlainTokens(UUID.randomUUID().toString());
    final Database database = TestPostgres.database(null);
    final AdmittedPeople people = new AdmittedPeople(database);
    final List<AuditEntry> entries = new ArrayList<>();
    final List<Integer> logged = new ArrayList<>();
    final UUID delivery = UUID.randomUUID();
    final UUID register = UUID.randomUUID();
    int pupils;

    Runnable meanwhile = () -> {};

    Run run(Actor actor) throws Exception {
        PostgresRuns runs = new PostgresRuns(database, (zone, entry) -> entries.add(entry));
        RunLinkage linkage = new RunLinkage(
                runs,
                tokens,
                new CollectedLog((zone, processing, subjects) -> {
                    logged.add(subjects.size());
                    meanwhile.run();
                    return subjects.size();
                }),
                Clock.fixed(NOW.plusSeconds(CLOCK.incrementAndGet()), ZoneOffset.UTC));
        return TestPostgres.inTransaction(Zone.LINK, () -> linkage.run(actor));
    }

    PersonKey person(Pgn number) throws Exception {
        return TestPostgres.inTransaction(
                Zone.LINK, () -> people.admit(Zone.LINK, List.of(Admission.byNumber(tokens.linkage(number))))
                        .get(0));
    }

    static Pgn number(int index) {
        Random random = new Random(index);
        while (true) {
            Optional<Pgn> pgn = Pgn.parse(String.format("%09d", random.nextInt(999_999_999)));
            if (pgn.isPresent()) {
                return pgn.get();
            }
        }
    }

    Token sex(Pgn number, Sex sex) {
        return tokens.scoped(TokenKind.SEX, number, sex.canonical());
    }

    Token born(Pgn number, int year) {
        return tokens.birthDate(number, new BirthDate(LocalDate.of(year, 6, 21)));
    }

    static void update(String sql, @Nullable Object... parameters) {
        try (Connection connection = TestPostgres.superuser();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                Object value = parameters[i];
                statement.setObject(i + 1, value instanceof Token token ? token.bytes() : value);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void deliver(UUID id, String state) {
        update(
                "insert into delivery.delivery (id, brin, site, school_year, part, format, source_system, state,"
                        + " idempotency_key, file_digest, receipt, received_at, received_by, pupils, rows_in,"
                        + " rows_accepted, rows_refused, rows_known, withheld_objection, withheld_consent) values (?,"
                        + " '99ZZ', '00', 2021, 'PUPILS', 'EDEXML_2_1', '', ?, ?, sha256('x'), 'r', now(),"
                        + " gen_random_uuid(), 0, 0, 0, 0, 0, 0, 0)",
                id,
                state,
                id.toString());
    }

    PersonKey pupil(UUID id, PersonKey person, @Nullable Token sex, @Nullable Token born) {
        pupils++;
        update("insert into delivery.subject values (?, ?, ?)", id, pupils, person.bytes());
        update(
                "insert into delivery.pupil_token values (?, ?, sha256(?::text::bytea), ?::bytea, ?::bytea)",
                id,
                pupils,
                Integer.toString(pupils),
                sex,
                born);
        update("insert into delivery.pupil values (?, ?, 1, 2012, '5')", id, pupils);
        return person;
    }

    void register() {
        update(
                "insert into register.delivery values (?, '2022-02-01', sha256(?::text::bytea), clock_timestamp(),"
                        + " gen_random_uuid(), 1)",
                register,
                register.toString());
        update("insert into register.file values (?, 1, 'k', 'KOPPELTABEL', 0, 0, 0)", register);
    }

    void registered(PersonKey person, @Nullable Token sex, @Nullable Token born) {
        update(
                "insert into register.person_token values (?, ?, ?::bytea, ?::bytea)",
                register,
                person.bytes(),
                sex,
                born);
    }

    static Map<PersonKey, String> outcomes(Run run) {
        Map<PersonKey, String> outcomes = new HashMap<>();
        try (Connection connection = TestPostgres.superuser();
                PreparedStatement query = connection.prepareStatement(
                        "select p, outcome || ' ' || method from linkage.link where run_id = ?")) {
            query.setObject(1, run.id().value());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    outcomes.put(PersonKey.of(row.getBytes(1)), row.getString(2));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return outcomes;
    }

    static String ask(String sql) {
        try (Connection connection = TestPostgres.superuser();
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            return String.valueOf(row.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
