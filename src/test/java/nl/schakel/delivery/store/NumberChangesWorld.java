package nl.schakel.delivery.store;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.CollectedLog;
import nl.schakel.audit.Processing;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.audit.Subject;
import nl.schakel.consent.ExitLock;
import nl.schakel.delivery.ChangeNumbers;
import nl.schakel.delivery.NumberChange;
import nl.schakel.delivery.NumberChangeId;
import nl.schakel.delivery.PupilDesk;
import nl.schakel.delivery.ReportedNumberChange;
import nl.schakel.delivery.SeeNumberChanges;
import nl.schakel.delivery.UndoNumberChange;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.TestDatabase;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.Admission;
import nl.schakel.pseudonym.People;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pseudonym.Token;
import nl.schakel.pseudonym.store.StoredPeople;
import nl.schakel.pupil.LocalPupilKey;
import nl.schakel.pupil.Pgn;
import nl.schakel.samples.PlainTokens;
import nl.schakel.school.Brin;
import nl.schakel.school.SchoolSite;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** Numbers are letters here: pupil A's number became B. Capitals are numbers, each test has its own. */
abstract class NumberChangesWorld {
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    static final AtomicInteger SCHOOLS = new AtomicInteger();
    static final List<String> KEPT = List.of(
            "pseudonym.person",
            "pseudonym.superseded",
            "pseudonym.local_pupil",
            "pseudonym.rin",
            "consent.objection",
            "consent.decision",
            "delivery.subject",
            "delivery.pupil_token",
            "delivery.social_result");

    final TestDatabase place;
    final School school = new School();
    final School other = new School();
    Pseudonymizer tokens = new PlainTokens(UUID.randomUUID().toString());
    int generation = 1;

    NumberChangesWorld(TestDatabase place) {
        this.place = place;
    }

    @AfterEach
    void leave() throws SQLException {
        place.close();
    }

    /** A school at its desk. */
    final class School {
        final String brin = "%02dN%c".formatted(SCHOOLS.get() % 100, 'A' + SCHOOLS.getAndIncrement() / 100);
        final Actor actor = new Actor(new StaffId(UUID.randomUUID()), Set.of(Role.SCHOOL), Optional.of(new Brin(brin)));
        final List<AuditEntry> entries = new ArrayList<>();
        final List<Subject> lines = new ArrayList<>();

        private PostgresNumberChanges store(Database database) {
            return new PostgresNumberChanges(database, (zone, entry) -> entries.add(entry));
        }

        private People people(Database database) {
            return StoredPeople.of(database, generation);
        }

        private ExitLock exits(Database database) {
            return new ExitLock() {
                @Override
                public void shared(Zone zone) {
                    throw new AssertionError();
                }

                @Override
                public void exclusive(Zone zone) {
                    database.statements(zone).each("select consent.lock_exits_exclusive()", row -> {});
                }
            };
        }

        List<NumberChange> change(String... pairs) throws Exception {
            return change(actor, pairs);
        }

        List<NumberChange> change(Actor who, String... pairs) throws Exception {
            List<ReportedNumberChange> reports = new ArrayList<>();
            for (String pair : pairs) {
                String line = pairs.length == 1 ? "" : "regel " + (reports.size() + 2);
                reports.add(new ReportedNumberChange(line, number(pair.charAt(0)), number(pair.charAt(1)), DAY));
            }
            return at(database -> new ChangeNumbers(
                            store(database),
                            tokens,
                            new PupilDesk(tokens, people(database)),
                            exits(database),
                            new CollectedLog(this::log),
                            CLOCK)
                    .change(who, reports));
        }

        private long log(Zone zone, Processing processing, List<Subject> subjects) {
            lines.addAll(subjects);
            return lines.size();
        }

        NumberChange undo(NumberChangeId id) throws Exception {
            return at(database -> new UndoNumberChange(
                            store(database), exits(database), new CollectedLog(this::log), CLOCK)
                    .undo(actor, id));
        }

        List<NumberChange> list() throws Exception {
            return at(database -> new SeeNumberChanges(store(database)).newest(actor));
        }

        /** Delivers pupils named {@code A}, {@code A/k} (with a local key) or {@code /k}. */
        UUID deliver(String... pupils) throws Exception {
            UUID id = UUID.randomUUID();
            update(
                    "insert into delivery.delivery (id, brin, site, school_year, part, format, source_system, state,"
                            + " idempotency_key, file_digest, receipt, received_at, received_by, pupils, rows_in, rows_accepted,"
                            + " rows_refused, rows_known, withheld_objection, withheld_consent) values (?, ?, '00', 2025,"
                            + " 'PUPILS', 'CSV', '', 'APPROVED', ?, sha256('x'), 'r', now(), gen_random_uuid(), 1, 0, 0, 0, 0, 0, 0)",
                    id,
                    brin,
                    id.toString());
            int pupilNo = 0;
            for (String pupil : pupils) {
                PersonKey person = admitted(pupil);
                update("insert into delivery.subject values (?, ?, ?)", id, pupilNo, person.bytes());
                update(
                        "insert into delivery.pupil_token values (?, ?, ?, null, null)",
                        id,
                        pupilNo,
                        local(pupil.substring(pupil.indexOf('/') + 1)).bytes());
                pupilNo++;
            }
            return id;
        }

        PersonKey admitted(String pupil) throws Exception {
            boolean numbered = pupil.charAt(0) != '/';
            boolean keyed = pupil.contains("/");
            Admission admission = new Admission(
                    numbered ? tokens.linkage(number(pupil.charAt(0))) : null,
                    keyed ? local(pupil.substring(pupil.indexOf('/') + 1)) : null);
            return at(database ->
                    people(database).admit(Zone.SCHOOL, List.of(admission)).get(0));
        }

        private Token local(String key) {
            return tokens.local(SchoolSite.parse(brin + "00").orElseThrow(), "", new LocalPupilKey(key));
        }

        <T> T at(TestDatabase.Work<T> work) throws Exception {
            return place.committed(Zone.SCHOOL, brin, work);
        }
    }

    static Pgn number(char letter) {
        Random random = new Random(letter);
        while (true) {
            Optional<Pgn> pgn = Pgn.parse(String.format("%09d", random.nextInt(999_999_999)));
            if (pgn.isPresent()) {
                return pgn.get();
            }
        }
    }

    void update(String sql, @Nullable Object... parameters) {
        place.write(sql, parameters);
    }

    String ask(String sql, @Nullable Object... parameters) {
        return place.ask(sql, parameters);
    }

    /** Who stands for the pupil of this number now. */
    String who(String pupil) throws Exception {
        return ask(
                "select encode(pseudonym.current(?), 'hex')",
                school.admitted(pupil).bytes());
    }

    String checksums() {
        StringBuilder all = new StringBuilder();
        for (String table : KEPT) {
            all.append(table)
                    .append(' ')
                    .append(ask(
                            "select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '')"
                                    + " from " + table + " t"))
                    .append('\n');
        }
        return all.toString();
    }

    boolean flat() {
        return ask("select count(*) from pseudonym.superseded a join pseudonym.superseded b on a.new_p = b.old_p")
                .equals("0");
    }

    void object(School of, PersonKey person) {
        update(
                "insert into consent.objection values (gen_random_uuid(), ?, ?, ?::timestamptz, ?::timestamptz)",
                of.brin,
                person.bytes(),
                "2026-01-01",
                "2026-01-01");
    }

    boolean objected(String person) {
        return ask("select decode(?, 'hex') in (select consent.objected_at(?::timestamptz))", person, NOW.toString())
                .equals("t");
    }
}
