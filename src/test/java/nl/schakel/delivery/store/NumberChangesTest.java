package nl.schakel.delivery.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.audit.Subject;
import nl.schakel.consent.ExitLock;
import nl.schakel.delivery.ChangeNumbers;
import nl.schakel.delivery.DeliveryRefused;
import nl.schakel.delivery.NumberChange;
import nl.schakel.delivery.NumberChangeId;
import nl.schakel.delivery.PupilDesk;
import nl.schakel.delivery.ReportedNumberChange;
import nl.schakel.delivery.SeeNumberChanges;
import nl.schakel.delivery.UndoNumberChange;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.Admission;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pupil.LocalPupilKey;
import nl.schakel.pupil.Pgn;
import nl.schakel.samples.AdmittedPeople;
import nl.schakel.samples.ChangingTokens;
import nl.schakel.samples.EarlierValues;
import nl.schakel.samples.PlainTokens;
import nl.schakel.school.Brin;
import nl.schakel.school.SchoolSite;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers are letters here: pupil A's number became B. Capitals are numbers, each test has its own. */
class NumberChangesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final AtomicInteger SCHOOLS = new AtomicInteger();
    private static final List<String> KEPT = List.of(
            "pseudonym.person",
            "pseudonym.superseded",
            "pseudonym.local_pupil",
            "pseudonym.rin",
            "consent.objection",
            "consent.decision",
            "delivery.subject",
            "delivery.pupil_token",
            "delivery.social_result");

    private Pseudonymizer tokens = new PlainTokens(UUID.randomUUID().toString());
    private final School school = new School();
    private final School other = new School();

    /** A school at its desk. */
    private final class School {
        final String brin = "%02dN%c".formatted(SCHOOLS.get() % 100, 'A' + SCHOOLS.getAndIncrement() / 100);
        final Actor actor = new Actor(new StaffId(UUID.randomUUID()), Set.of(Role.SCHOOL), Optional.of(new Brin(brin)));
        final Database database = TestPostgres.database(brin);
        final AdmittedPeople people = new AdmittedPeople(database);
        final List<AuditEntry> entries = new ArrayList<>();
        final List<Subject> lines = new ArrayList<>();
        final PostgresNumberChanges store = new PostgresNumberChanges(database, (zone, entry) -> entries.add(entry));
        final ExitLock exits = new ExitLock() {
            @Override
            public void shared(Zone zone) {
                throw new AssertionError();
            }

            @Override
            public void exclusive(Zone zone) {
                database.statements(zone).each("select consent.lock_exits_exclusive()", row -> {});
            }
        };

        List<NumberChange> change(String... pairs) throws Exception {
            return change(actor, pairs);
        }

        List<NumberChange> change(Actor who, String... pairs) throws Exception {
            List<ReportedNumberChange> reports = new ArrayList<>();
            for (String pair : pairs) {
                String place = pairs.length == 1 ? "" : "regel " + (reports.size() + 2);
                reports.add(new ReportedNumberChange(place, number(pair.charAt(0)), number(pair.charAt(1)), DAY));
            }
            ChangeNumbers use =
                    new ChangeNumbers(store, tokens, new PupilDesk(tokens, people), exits, this::log, CLOCK);
            return TestPostgres.inTransaction(Zone.SCHOOL, () -> use.change(who, reports));
        }

        private long log(Zone zone, nl.schakel.audit.Processing processing, Iterable<Subject> subjects) {
            subjects.forEach(lines::add);
            return lines.size();
        }

        NumberChange undo(NumberChangeId id) throws Exception {
            UndoNumberChange use = new UndoNumberChange(store, exits, this::log, CLOCK);
            return TestPostgres.inTransaction(Zone.SCHOOL, () -> use.undo(actor, id));
        }

        List<NumberChange> list() throws Exception {
            return TestPostgres.inTransaction(Zone.SCHOOL, () -> new SeeNumberChanges(store).newest(actor));
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
            int place = 0;
            for (String pupil : pupils) {
                PersonKey person = admitted(pupil);
                update("insert into delivery.subject values (?, ?, ?)", id, place, person.bytes());
                update(
                        "insert into delivery.pupil_token values (?, ?, ?, null, null)",
                        id,
                        place,
                        local(pupil.substring(pupil.indexOf('/') + 1)).bytes());
                place++;
            }
            return id;
        }

        PersonKey admitted(String pupil) throws Exception {
            boolean numbered = pupil.charAt(0) != '/';
            boolean keyed = pupil.contains("/");
            Admission admission = new Admission(
                    numbered ? tokens.linkage(number(pupil.charAt(0))) : null,
                    keyed ? local(pupil.substring(pupil.indexOf('/') + 1)) : null);
            return TestPostgres.inTransaction(Zone.SCHOOL, () -> people.admit(Zone.SCHOOL, List.of(admission))
                    .get(0));
        }

        private nl.schakel.pseudonym.Token local(String key) {
            return tokens.local(SchoolSite.parse(brin + "00").orElseThrow(), "", new LocalPupilKey(key));
        }
    }

    private static Pgn number(char letter) {
        Random random = new Random(letter);
        while (true) {
            Optional<Pgn> pgn = Pgn.parse(String.format("%09d", random.nextInt(999_999_999)));
            if (pgn.isPresent()) {
                return pgn.get();
            }
        }
    }

    private static void update(String sql, @Nullable Object... parameters) {
        try (Connection connection = TestPostgres.superuser();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ask(String sql, @Nullable Object... parameters) {
        try (Connection connection = TestPostgres.superuser();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return String.valueOf(row.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Who stands for the pupil of this number now. */
    private String who(String pupil) throws Exception {
        return ask(
                "select encode(pseudonym.current(?), 'hex')",
                school.admitted(pupil).bytes());
    }

    private static String checksums() {
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

    private static boolean flat() {
        return ask("select count(*) from pseudonym.superseded a join pseudonym.superseded b on a.new_p = b.old_p")
                .equals("0");
    }

    private static void object(School of, PersonKey person) {
        update(
                "insert into consent.objection values (gen_random_uuid(), ?, ?, ?::timestamptz, ?::timestamptz)",
                of.brin,
                person.bytes(),
                "2026-01-01",
                "2026-01-01");
    }

    private static boolean objected(String person) {
        return ask("select decode(?, 'hex') in (select consent.objected_at(?::timestamptz))", person, NOW.toString())
                .equals("t");
    }

    @Test
    void both_numbers_are_one_pupil_and_the_key_of_the_old_one_stays() throws Exception {
        school.deliver("A/k");
        String person = who("A");
        NumberChange change = school.change("AB").get(0);
        assertThat(change.isOpen()).isTrue();
        assertThat(change.day()).isEqualTo(DAY);
        assertThat(who("A")).isEqualTo(person).isEqualTo(who("B")).isEqualTo(who("B/k"));
        assertThat(other.list()).isEmpty();
        assertThat(school.list()).extracting(NumberChange::id).containsExactly(change.id());
        AuditEntry entry = school.entries.get(0);
        assertThat(entry.act()).isEqualTo("number.change");
        assertThat(entry.object()).isEqualTo("number-change/" + change.id());
        assertThat(entry.details()).containsEntry("asked", 1L).containsEntry("recorded", 1L);
        assertThat(school.lines).hasSize(1);
        other.deliver("A/x", "B/y");
        assertThat(who("A")).isEqualTo(who("B"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the new number was never seen, '', ''",
        "another school knows the new number, B/z, ''",
        "another school knows both, A/x B/z, ''",
        "another school knows it by its own key first, /z B/z, ''",
        "the new number is objected to, B/z, B",
        "the old number is objected to, B/z, A",
    })
    void undoing_leaves_everything_as_before(String name, String elsewhere, String objection) throws Exception {
        school.deliver("A/k", "C/l");
        for (String pupil : elsewhere.isEmpty() ? new String[0] : elsewhere.split(" ", -1)) {
            other.deliver(pupil);
        }
        if (!objection.isEmpty()) {
            object(other, other.admitted(objection));
        }
        String before = checksums();
        NumberChange change = school.change("AB").get(0);
        assertThat(checksums()).as(name).isNotEqualTo(before);
        assertThat(objected(who("A"))).isEqualTo(!objection.isEmpty());
        NumberChange undone = school.undo(change.id());
        assertThat(undone.undone()).contains(NOW);
        assertThat(checksums()).as(name).isEqualTo(before);
        assertThat(school.entries).extracting(AuditEntry::act).containsExactly("number.change", "number.undo");
        assertThat(school.lines).hasSize(3);
        assertThat(school.undo(change.id()).undone()).contains(NOW);
        assertThat(school.change("AB").get(0).id()).isNotEqualTo(change.id());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a pupil of nobody, '', BZ, NW-0006 oudNummer",
        "a pupil of another school, '', YZ, NW-0006 oudNummer",
        "the same number, '', AA, NW-0005 nieuwNummer",
        "another pupil of the school, '', AC, NW-0007 nieuwNummer",
        "swapped, '', AC CA, 'NW-0007 regel 2, nieuwNummer|NW-0007 regel 3, nieuwNummer'",
        "two pupils to one number, '', AB CB, 'NW-0007 regel 3, nieuwNummer'",
        "one pupil to two numbers, '', AB AD, 'NW-0008 regel 3, oudNummer'",
        "one pupil to two numbers later, AB, AD, NW-0008 oudNummer",
        "turned back, AB, BA, NW-0009 nieuwNummer",
        "several, '', AB ZB CA, 'NW-0006 regel 3, oudNummer|NW-0007 regel 4, nieuwNummer'",
    })
    void refuses_by_place_and_records_nothing(String name, String first, String pairs, String faults) throws Exception {
        school.deliver("A/k", "C/l");
        other.deliver("Y/m");
        if (!first.isEmpty()) {
            school.change(first);
        }
        String before = checksums();
        assertThatThrownBy(() -> school.change(pairs.split(" ", -1)))
                .isInstanceOfSatisfying(
                        DeliveryRefused.NumberChangesWrong.class, refused -> assertThat(refused.faults())
                                .extracting(fault -> fault.rule() + " " + fault.place())
                                .containsExactly(faults.split("\\|", -1)));
        assertThat(checksums()).as(name).isEqualTo(before);
        assertThat(school.list()).hasSize(first.isEmpty() ? 0 : 1);
    }

    @Test
    void what_another_school_or_register_knows_is_in_no_answer() throws Exception {
        school.deliver("A/k", "C/l");
        other.deliver("B/z");
        NumberChange known = school.change("AB").get(0);
        NumberChange unknown = school.change("CD").get(0);
        assertThat(known.isOpen()).isEqualTo(unknown.isOpen());
        assertThat(school.entries.get(0).details())
                .isEqualTo(school.entries.get(1).details());
        assertThatThrownBy(() -> other.undo(known.id())).isInstanceOf(DeliveryRefused.NumberChangeUnknown.class);
        assertThatThrownBy(() -> other.change("AC")).isInstanceOf(DeliveryRefused.NumberChangesWrong.class);
    }

    @Test
    void a_number_that_came_before_its_report_is_accepted_under_the_same_key() throws Exception {
        school.deliver("A/k");
        school.deliver("B/k");
        school.change("AB");
        assertThat(who("A")).isEqualTo(who("B"));
    }

    /** Pupils are delivered, then the keys change: the school reports a number before or after it delivers again. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "nobody was seen again, A/k B/k, '', ''",
        "the new number was never seen, A/k, '', ''",
        "the old number was seen again, A/k B/k, '', A/k",
        "the new number was seen again, A/k B/k, '', B/k",
        "the new number came only after the keys changed, A/k, '', B/k",
        "both were seen again, A/k B/k, '', A/k B/k",
        "another school knows the new number, A/k, B/z, ''",
        "another school knows the new number and the old was seen again, A/k, B/z, A/k",
    })
    @SuppressWarnings("try")
    void numbers_change_while_the_keys_change(String name, String delivered, String elsewhere, String again)
            throws Exception {
        List<PersonKey> known = new ArrayList<>();
        for (String pupil : delivered.split(" ")) {
            school.deliver(pupil);
            known.add(school.admitted(pupil));
        }
        if (!elsewhere.isEmpty()) {
            other.deliver(elsewhere);
            known.add(other.admitted(elsewhere));
        }
        String person = who("A");
        tokens = new ChangingTokens(new PlainTokens(UUID.randomUUID().toString()), tokens);
        try (EarlierValues open = EarlierValues.of(known.toArray(PersonKey[]::new))) {
            if (!again.isEmpty()) {
                school.deliver(again.split(" "));
            }
            NumberChange change = school.change("AB").get(0);
            assertThat(who("A")).isEqualTo(person).isEqualTo(who("B")).isEqualTo(who("A/k"));
            if (known.size() > 1) {
                assertThat(school.admitted("B")).isEqualTo(known.get(1));
            }
            school.undo(change.id());
            assertThat(who("A")).isEqualTo(person).isNotEqualTo(who("B"));
            school.change("AB");
        }
        assertThat(List.of(who("A"), who("B"), who("A/k"))).as("afterwards").containsOnly(person);
    }

    @Test
    @SuppressWarnings("try")
    void two_pupils_of_a_school_stay_two_whichever_keys_they_were_delivered_under() throws Exception {
        school.deliver("A/k", "B/l");
        PersonKey[] known = {school.admitted("A"), school.admitted("B")};
        tokens = new ChangingTokens(new PlainTokens(UUID.randomUUID().toString()), tokens);
        try (EarlierValues open = EarlierValues.of(known)) {
            assertThatThrownBy(() -> school.change("AB")).isInstanceOf(DeliveryRefused.NumberChangesWrong.class);
            school.deliver("B/l");
            assertThatThrownBy(() -> school.change("AB")).isInstanceOf(DeliveryRefused.NumberChangesWrong.class);
        }
    }

    @Test
    void chains_are_one_pupil_and_come_apart_where_they_are_undone() throws Exception {
        school.deliver("A/k");
        List<NumberChange> changes = school.change("AB", "BC");
        assertThat(who("A")).isEqualTo(who("B")).isEqualTo(who("C"));
        assertThat(flat()).isTrue();
        NumberChange back = school.change("CA").get(0);
        assertThat(who("A")).isEqualTo(who("C"));
        school.undo(back.id());
        school.undo(changes.get(0).id());
        assertThat(who("A")).isNotEqualTo(who("B"));
        assertThat(who("B")).isEqualTo(who("C"));
        school.undo(changes.get(1).id());
        assertThat(Set.of(who("A"), who("B"), who("C"))).hasSize(3);
        assertThat(flat()).isTrue();
    }

    @Test
    void a_repeated_report_is_the_same_change_and_another_school_has_its_own() throws Exception {
        school.deliver("A/k");
        other.deliver("A/x");
        NumberChange change = school.change("AB").get(0);
        assertThat(school.change("AB", "AB")).extracting(NumberChange::id).containsOnly(change.id());
        NumberChange theirs = other.change("AB").get(0);
        assertThat(theirs.id()).isNotEqualTo(change.id());
        school.undo(change.id());
        assertThat(who("A")).as("the other school says so too").isEqualTo(who("B"));
        other.undo(theirs.id());
        assertThat(who("A")).isNotEqualTo(who("B"));
    }

    @Test
    void what_was_delivered_meanwhile_goes_back_with_its_number() throws Exception {
        school.deliver("A/k");
        NumberChange change = school.change("AB").get(0);
        UUID next = school.deliver("B/k");
        UUID elsewhere = other.deliver("A/x");
        school.undo(change.id());
        String subject = "select encode(pseudonym.current(p), 'hex') from delivery.subject where delivery_id = ?";
        assertThat(ask(subject, next)).isEqualTo(who("B")).isNotEqualTo(who("A"));
        assertThat(ask(subject, elsewhere)).isEqualTo(who("A"));
        assertThat(who("B/k")).isEqualTo(who("B"));
    }

    @Test
    void a_provisional_person_merged_meanwhile_goes_with_the_number_it_was_merged_into() throws Exception {
        school.deliver("A/k");
        other.deliver("B/y");
        NumberChange change = school.change("AB").get(0);
        UUID provisional = other.deliver("/z");
        other.deliver("B/z");
        assertThat(flat()).isTrue();
        String subject = "select encode(pseudonym.current(p), 'hex') from delivery.subject where delivery_id = ?";
        assertThat(ask(subject, provisional)).isEqualTo(who("A"));
        school.undo(change.id());
        assertThat(ask(subject, provisional)).isEqualTo(who("B")).isNotEqualTo(who("A"));
    }

    @Test
    void the_strictest_decision_of_both_numbers_holds() throws Exception {
        school.deliver("A/k", "C/l");
        other.deliver("B/z");
        String decide = "insert into consent.decision values (gen_random_uuid(), ?, ?, ?, 'PARENT_1',"
                + " 'sociaal-emotioneel', '*', '1', 'FORM', '2026-01-01', '2026-01-01', '2030-01-01')";
        String effective =
                "select decode(?, 'hex') in (select consent.effective_at(?::timestamptz, 'sociaal-emotioneel'))";
        update(decide, school.brin, school.admitted("A").bytes(), "GRANTED");
        assertThat(ask(effective, who("A"), NOW.toString())).isEqualTo("t");
        update(decide, other.brin, other.admitted("B").bytes(), "REFUSED");
        NumberChange change = school.change("AB").get(0);
        assertThat(ask(effective, who("A"), NOW.toString())).isEqualTo("f");
        school.undo(change.id());
        assertThat(ask(effective, who("A"), NOW.toString())).isEqualTo("t");
        object(school, school.admitted("C"));
        school.change("CD");
        assertThat(objected(who("D"))).isTrue();
        String own = TestPostgres.inTransaction(Zone.SCHOOL, () -> school.database
                .statements(Zone.SCHOOL)
                .one(
                        "select count(*) from consent.own_objections('2026-11-21') where linkage",
                        row -> row.getString(1)));
        assertThat(own).as("both numbers are dropped at intake").isEqualTo("2");
    }

    @Test
    void an_objection_without_a_delivery_moves_to_the_new_number_too() throws Exception {
        object(school, school.admitted("A"));
        school.change("AB");
        assertThat(objected(who("B"))).isTrue();
    }

    @Test
    void the_person_who_is_in_an_extract_stays() throws Exception {
        school.deliver("A/k");
        other.deliver("B/z");
        update("alter table extract.member disable trigger all");
        update(
                "insert into extract.member values (gen_random_uuid(), ?, false)",
                other.admitted("B").bytes());
        String released = who("B");
        NumberChange change = school.change("AB").get(0);
        assertThat(who("A")).isEqualTo(released).isEqualTo(who("B"));
        school.undo(change.id());
        assertThat(who("A")).isNotEqualTo(released);
        assertThat(who("B")).isEqualTo(released);
        update("delete from extract.member where p = decode(?, 'hex')", released);
        update("alter table extract.member enable trigger all");
    }

    @Test
    void nothing_is_undone_after_or_during_a_linkage_run() throws Exception {
        school.deliver("A/k", "C/l");
        NumberChange used = school.change("AB").get(0);
        NumberChange open = school.change("CD").get(0);
        update(
                "update pseudonym.number_change set settled_at = now() where id = ?",
                used.id().value());
        assertThatThrownBy(() -> school.undo(used.id())).isInstanceOf(DeliveryRefused.NumberChangeSettled.class);
        try (Connection run = TestPostgres.connect(Zone.LINK.role())) {
            run.setAutoCommit(false);
            run.createStatement()
                    .executeQuery("select id from pseudonym.number_change where settled_at is null for update");
            assertThatThrownBy(() -> school.undo(open.id())).isInstanceOf(DeliveryRefused.LinkageRunning.class);
            run.rollback();
        }
        assertThat(school.undo(open.id()).isOpen()).isFalse();
        assertThat(who("A")).isEqualTo(who("B"));
    }

    @Test
    void concurrent_reports_are_one_change() throws Exception {
        school.deliver("A/k");
        other.deliver("A/x");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<UUID> ours = () -> school.change("AB").get(0).id().value();
            Callable<UUID> theirs = () -> other.change("AB").get(0).id().value();
            List<Future<UUID>> all = threads.invokeAll(List.of(ours, theirs, ours, theirs, ours, theirs));
            Set<UUID> changes = new HashSet<>();
            for (Future<UUID> one : all) {
                changes.add(one.get());
            }
            assertThat(changes).as("one for each school").hasSize(2);
        } finally {
            threads.shutdownNow();
        }
        assertThat(who("A")).isEqualTo(who("B"));
        assertThat(flat()).isTrue();
    }

    @Test
    void only_a_school_reports() {
        Actor operator = new Actor(new StaffId(UUID.randomUUID()), Set.of(Role.OPERATOR), Optional.empty());
        assertThatThrownBy(() -> school.change(operator, "AB")).isInstanceOf(AuditRefused.NotAllowed.class);
        assertThatThrownBy(() -> school.undo(NumberChangeId.random()))
                .isInstanceOf(DeliveryRefused.NumberChangeUnknown.class);
        String[] many = new String[ChangeNumbers.MOST + 1];
        java.util.Arrays.fill(many, "AB");
        assertThatThrownBy(() -> school.change(many)).isInstanceOf(DeliveryRefused.TooManyNumberChanges.class);
    }
}
