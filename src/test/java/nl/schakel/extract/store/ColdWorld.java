package nl.schakel.extract.store;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.pseudonym.PersonKey;

/** Hand-made rows of one school year that no other test uses, written as the superuser. */
final class ColdWorld {
    static final Instant AT = Instant.parse("2026-11-21T12:00:00Z");
    private static final OffsetDateTime BEFORE = AT.minusSeconds(86_400).atOffset(ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();

    final int year;
    final UUID study = UUID.randomUUID();
    final List<PersonKey> persons = new ArrayList<>();
    private final UUID pupils = UUID.randomUUID();
    private final UUID results = UUID.randomUUID();
    private final UUID social = UUID.randomUUID();
    private final UUID run = UUID.randomUUID();

    private ColdWorld(int year) {
        this.year = year;
    }

    /** So many linked pupils, boys and girls in turn, each with a maths score and one social-emotional scale. */
    static ColdWorld of(int year, int count) throws SQLException {
        ColdWorld world = new ColdWorld(year);
        world.delivery(world.pupils, "PUPILS", "APPROVED");
        world.delivery(world.results, "RESULTS", "APPROVED");
        world.delivery(world.social, "SOCIAL_EMOTIONAL", "APPROVED");
        world.run();
        write("insert into delivery.test values (?, 0, 'RW-M5', null, null, null, 'rekenen', '5', 'M')", world.results);
        write(
                "insert into study.study (id, code, applicant, state, round, title, purpose, institution, school_years,"
                        + " grades, created_at, state_since) values (?, ?, ?, 'DRAFT', 0, '', '', '', array[?], '{}', ?, ?)",
                world.study,
                "NPO-2999-" + (100_000 + RANDOM.nextInt(899_999)),
                UUID.randomUUID(),
                world.year,
                BEFORE,
                BEFORE);
        for (int i = 0; i < count; i++) {
            world.pupil(i);
        }
        return world;
    }

    private void pupil(int number) throws SQLException {
        PersonKey person = newPerson();
        persons.add(person);
        for (UUID delivery : List.of(pupils, results, social)) {
            write("insert into delivery.subject values (?, ?, ?)", delivery, number, person.bytes());
        }
        write("insert into delivery.pupil values (?, ?, ?, 2010, '5')", pupils, number, 1 + number % 2);
        write(
                "insert into delivery.result values (?, ?, ?, 0, date '2020-01-20', 40, ?, 'II')",
                results,
                number,
                number,
                60.5 + number % 20);
        write(
                "insert into delivery.social_result values (?, ?, ?, 'SCOL', 'omgaan', date '2020-01-20', ?)",
                social,
                number,
                number,
                3.5);
        write("insert into linkage.link values (?, ?, 'LINKED', 'PGN')", run, person.bytes());
    }

    static PersonKey newPerson() {
        byte[] bytes = new byte[PersonKey.LENGTH];
        RANDOM.nextBytes(bytes);
        return PersonKey.of(bytes);
    }

    private void delivery(UUID id, String part, String state) throws SQLException {
        write(
                "insert into delivery.delivery values (?, '99ZZ', '00', ?, ?, 'CSV', '', ?, ?, ?, '', ?, ?, ?, null, null,"
                        + " 0, 0, 0, 0, 0, 0, 0)",
                id,
                year,
                part,
                state,
                id.toString(),
                new byte[32],
                BEFORE,
                UUID.randomUUID(),
                BEFORE);
    }

    private void run() throws SQLException {
        UUID register = UUID.randomUUID();
        try (Connection superuser = TestPostgres.superuser();
                PreparedStatement replica = superuser.prepareStatement("set session_replication_role = replica")) {
            replica.execute();
            execute(
                    superuser,
                    "insert into linkage.run (id, started_at, finished_at, started_by, generation, register_id,"
                            + " reference_date, deliveries, objected, manifest)"
                            + " values (?, ?, ?, ?, 1, ?, date '2026-10-01', 3, 0, '{}')",
                    run,
                    BEFORE,
                    AT.plus(Duration.ofDays(365_000)).atOffset(ZoneOffset.UTC),
                    UUID.randomUUID(),
                    register);
        }
    }

    /** The school takes its results back. */
    void withdraw() throws SQLException {
        write("update delivery.delivery set state = 'WITHDRAWN' where id = ?", results);
    }

    /** Takes the rows out of the sight of other tests. */
    void remove() throws SQLException {
        write("delete from linkage.run where id = ?", run);
        write("update delivery.delivery set state = 'WITHDRAWN' where school_year = ?", year);
    }

    void outcome(PersonKey person, String outcome) throws SQLException {
        write("update linkage.link set outcome = ? where run_id = ? and p = ?", outcome, run, person.bytes());
    }

    void object(PersonKey person) throws SQLException {
        write(
                "insert into consent.objection values (?, '99ZZ', ?, ?, ?)",
                UUID.randomUUID(),
                person.bytes(),
                BEFORE,
                BEFORE);
    }

    /** A decision of the first parent, so many seconds after the day before. */
    void decide(PersonKey person, String choice, int seconds) throws SQLException {
        write(
                "insert into consent.decision values (?, '99ZZ', ?, ?, 'PARENT_1', 'sociaal-emotioneel', '*', '1', 'FORM',"
                        + " ?, ?, ?)",
                UUID.randomUUID(),
                person.bytes(),
                choice,
                BEFORE.plusSeconds(seconds),
                BEFORE.plusSeconds(seconds),
                BEFORE.plusYears(1));
    }

    void supersede(PersonKey old, PersonKey current) throws SQLException {
        for (PersonKey person : List.of(old, current)) {
            write("insert into pseudonym.person (p) values (?) on conflict do nothing", person.bytes());
        }
        write("insert into pseudonym.superseded (old_p, new_p) values (?, ?)", old.bytes(), current.bytes());
    }

    /** A school year far in the future, drawn anew for each world. */
    static int unusedYear() {
        return 2100 + new Random(RANDOM.nextLong()).nextInt(99);
    }

    private static void write(String sql, Object... parameters) throws SQLException {
        try (Connection superuser = TestPostgres.superuser()) {
            execute(superuser, sql, parameters);
        }
    }

    private static void execute(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
