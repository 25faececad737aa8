package nl.schakel.oversight.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.CollectedLog;
import nl.schakel.audit.ReadSubjectLog;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.audit.Subject;
import nl.schakel.consent.Choice;
import nl.schakel.consent.Giver;
import nl.schakel.oversight.ApproveLookUp;
import nl.schakel.oversight.AskForLookUp;
import nl.schakel.oversight.Ground;
import nl.schakel.oversight.LookUp;
import nl.schakel.oversight.LookUpId;
import nl.schakel.oversight.LookUpPupil;
import nl.schakel.oversight.LookUpReason;
import nl.schakel.oversight.OversightRefused;
import nl.schakel.oversight.PupilEvent;
import nl.schakel.oversight.PupilTimeline;
import nl.schakel.oversight.SeeLookUps;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.Admission;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pupil.Pgn;
import nl.schakel.samples.AdmittedPeople;
import nl.schakel.samples.PlainTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookUpTest {
    private static final LookUpReason REASON =
            LookUpReason.parse("Verzoek van een ouder, brief 2026-17").orElseThrow();
    private final Actor first = officer();
    private final Actor second = officer();
    private final MovingClock clock = new MovingClock();
    private final PlainTokens tokens = new PlainTokens(UUID.randomUUID().toString());
    private final Database database = TestPostgres.database(null);
    private final List<AuditEntry> entries = new ArrayList<>();
    private final List<Subject> lines = new ArrayList<>();
    private final List<Subject> asked = new ArrayList<>();
    private final PostgresLookUps store = new PostgresLookUps(database, (zone, entry) -> entries.add(entry), 2);

    private LookUpPupil lookUp() {
        return new LookUpPupil(
                store,
                tokens,
                new LoggedEvents(new ReadSubjectLog((keys, most) -> {
                    asked.addAll(keys);
                    return List.of();
                })),
                new CollectedLog((zone, processing, subjects) -> {
                    lines.addAll(subjects);
                    return lines.size();
                }),
                clock);
    }

    /** A clock that a test moves. */
    private static final class MovingClock extends Clock {
        private Instant now = Instant.parse("2026-11-21T10:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static Actor officer() {
        return new Actor(new StaffId(UUID.randomUUID()), Set.of(Role.PRIVACY_OFFICER), Optional.empty());
    }

    private LookUp ask(Actor actor) throws Exception {
        return TestPostgres.inTransaction(
                Zone.LINK, () -> new AskForLookUp(store, clock).ask(actor, Ground.ACCESS, REASON));
    }

    private LookUp approve(Actor actor, LookUpId id) throws Exception {
        return TestPostgres.inTransaction(Zone.LINK, () -> new ApproveLookUp(store, clock).approve(actor, id));
    }

    private LookUpId approved() throws Exception {
        LookUpId id = ask(first).id();
        approve(second, id);
        return id;
    }

    private PupilTimeline use(Actor actor, LookUpId id, int number) throws Exception {
        return TestPostgres.inTransaction(Zone.LINK, () -> lookUp().lookUp(actor, id, number(number)));
    }

    private PersonKey person(int number) throws Exception {
        Admission admission = Admission.byNumber(tokens.linkage(number(number)));
        return TestPostgres.inTransaction(Zone.LINK, () -> new AdmittedPeople(database)
                .admit(Zone.LINK, List.of(admission))
                .get(0));
    }

    private static Pgn number(int index) {
        Random random = new Random(index);
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

    private static long count(String sql) {
        try (Connection connection = TestPostgres.superuser();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void two_officers_see_what_was_done_with_one_pupils_data_once() throws Exception {
        PersonKey person = person(1);
        PersonKey former = person(2);
        update(
                "insert into pseudonym.superseded (old_p, new_p, by_number) values (?, ?, true)",
                former.bytes(),
                person.bytes());
        UUID delivery = UUID.randomUUID();
        update(
                "insert into delivery.delivery (id, brin, site, school_year, part, format, source_system, state,"
                        + " idempotency_key, file_digest, receipt, received_at, received_by, pupils, rows_in,"
                        + " rows_accepted, rows_refused, rows_known, withheld_objection, withheld_consent) values (?,"
                        + " '99ZZ', '00', 2021, 'PUPILS', 'EDEXML_2_1', '', 'APPROVED', ?, sha256('x'), 'r', '2022-01-01',"
                        + " gen_random_uuid(), 0, 0, 0, 0, 0, 0, 0)",
                delivery,
                delivery.toString());
        update("insert into delivery.subject values (?, 1, ?)", delivery, former.bytes());
        update(
                "insert into consent.objection values (gen_random_uuid(), '99YY', ?, '2022-02-01', '2022-02-01')",
                person.bytes());
        LookUpId id = approved();
        PupilTimeline timeline = use(first, id, 1);
        assertThat(timeline.known()).isTrue();
        assertThat(timeline.events())
                .extracting(PupilEvent::kind, PupilEvent::place, PupilEvent::content, PupilEvent::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("bezwaar", "99YY", List.of(), "geldt"),
                        org.assertj.core.groups.Tuple.tuple(
                                "levering", "99ZZ00", List.of("2021-2022", "leerlingen"), "goedgekeurd"));
        assertThat(asked)
                .as("the log is asked for both keys")
                .containsExactly(Subject.of(person.bytes()), Subject.of(former.bytes()));
        assertThat(lines).containsExactly(Subject.of(person.bytes()));
        assertThat(entries)
                .extracting(AuditEntry::act)
                .containsExactly("look-up.ask", "look-up.approve", "look-up.use");
        assertThat(entries).allSatisfy(entry -> assertThat(entry.object()).isEqualTo("look-up/" + id));
        assertThat(entries.get(2).subject()).contains(Subject.of(person.bytes()));
        assertThat(entries.get(2).details()).containsEntry("known", 1L);
        assertThatThrownBy(() -> use(first, id, 1))
                .isInstanceOfSatisfying(OversightRefused.WrongState.class, refused -> assertThat(refused.facts())
                        .containsEntry("status", "gebruikt"));
    }

    @Test
    void a_register_file_that_names_the_pupil_without_a_bridge_file_is_there() throws Exception {
        PersonKey person = person(6);
        List<String> dates = new ArrayList<>();
        for (String table : List.of("enrolment", "person", "education", "income", "household", "person_token")) {
            UUID delivery = UUID.randomUUID();
            String date = "2020-10-0" + (dates.size() + 1);
            dates.add(date);
            update(
                    "insert into register.delivery values (?, ?::date, sha256(convert_to(?, 'UTF8')), now(),"
                            + " gen_random_uuid(), 1)",
                    delivery,
                    date,
                    delivery.toString());
            String year = table.equals("enrolment") ? ", school_year, brin, site" : "";
            String values = year.isEmpty() ? "" : ", 2020, '99ZZ', '00'";
            update(
                    "insert into register." + table + " (delivery_id, p" + year + ") values (?, ?" + values + ")",
                    delivery,
                    person.bytes());
        }
        assertThat(use(first, approved(), 6).events())
                .allSatisfy(event -> assertThat(event.kind() + " " + event.place() + " " + event.state())
                        .isEqualTo("register DUO/CBS geladen"))
                .flatExtracting(PupilEvent::content)
                .containsExactlyInAnyOrderElementsOf(dates);
    }

    @Test
    void codes_of_the_tables_become_the_words_of_the_api() throws Exception {
        PersonKey person = person(7);
        for (Giver giver : Giver.values()) {
            for (Choice choice : Choice.values()) {
                update(
                        "insert into consent.decision values (gen_random_uuid(), '99YY', ?, ?, ?, 'sociaal-emotioneel', '*',"
                                + " 'v1', 'FORM', now(), now(), now() + interval '1 year')",
                        person.bytes(),
                        choice.name(),
                        giver.name());
            }
        }
        assertThat(use(first, approved(), 7).events())
                .extracting(event -> event.content().get(2) + " " + event.state())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Giver.values())
                        .flatMap(giver ->
                                Arrays.stream(Choice.values()).map(choice -> giver.word() + " " + choice.word()))
                        .toList());
    }

    @Test
    void the_former_number_leads_to_the_same_pupil() throws Exception {
        PersonKey person = person(1);
        update(
                "insert into pseudonym.superseded (old_p, new_p, by_number) values (?, ?, true)",
                person(2).bytes(),
                person.bytes());
        assertThat(use(first, approved(), 2).known()).isTrue();
        assertThat(lines).containsExactly(Subject.of(person.bytes()));
    }

    @Test
    void a_number_that_is_not_known_uses_the_request_up_and_makes_nobody() throws Exception {
        long before = count("select count(*) from pseudonym.person");
        LookUpId id = approved();
        assertThat(use(first, id, 3)).isEqualTo(PupilTimeline.UNKNOWN);
        assertThat(count("select count(*) from pseudonym.person")).isEqualTo(before);
        assertThat(entries.get(2).details()).containsEntry("known", 0L);
        assertThat(entries.get(2).subject()).isEmpty();
        assertThat(lines).isEmpty();
        assertThatThrownBy(() -> use(first, id, 1)).isInstanceOf(OversightRefused.WrongState.class);
    }

    @Test
    void nobody_does_it_alone_or_with_anothers_request() throws Exception {
        LookUpId id = ask(first).id();
        assertThatThrownBy(() -> approve(first, id)).isInstanceOf(OversightRefused.OwnRequest.class);
        assertThatThrownBy(() -> use(first, id, 1))
                .isInstanceOfSatisfying(OversightRefused.WrongState.class, refused -> assertThat(refused.facts())
                        .containsEntry("status", "wacht"));
        approve(second, id);
        assertThatThrownBy(() -> approve(second, id)).isInstanceOf(OversightRefused.WrongState.class);
        assertThatThrownBy(() -> use(second, id, 1)).isInstanceOf(OversightRefused.OtherOfficer.class);
        assertThatThrownBy(() -> use(first, LookUpId.random(), 1)).isInstanceOf(OversightRefused.Unknown.class);
        assertThatThrownBy(() -> approve(second, LookUpId.random())).isInstanceOf(OversightRefused.Unknown.class);
        assertThatThrownBy(() -> update(
                        "insert into oversight.look_up (id, ground, reason, asked_by, asked_at, approved_by, approved_at)"
                                + " values (gen_random_uuid(), 'ACCESS', 'tien tekens', ?, now(), ?, now())",
                        first.staff().value(),
                        first.staff().value()))
                .hasRootCauseInstanceOf(SQLException.class);
    }

    @Test
    void a_request_ends_after_seven_days_and_an_approval_after_half_an_hour() throws Exception {
        LookUpId late = ask(first).id();
        clock.pass(LookUp.WAITING.plusSeconds(1));
        assertThatThrownBy(() -> approve(second, late)).isInstanceOf(OversightRefused.Expired.class);
        LookUpId onTime = approved();
        clock.pass(LookUp.OPEN);
        assertThat(use(first, onTime, 3).known()).isFalse();
        LookUpId tooLate = approved();
        clock.pass(LookUp.OPEN.plusSeconds(1));
        assertThatThrownBy(() -> use(first, tooLate, 3)).isInstanceOf(OversightRefused.Expired.class);
        List<LookUp> seen = TestPostgres.inTransaction(Zone.LINK, () -> new SeeLookUps(store).newest(first));
        assertThat(seen.stream().filter(one -> one.askedBy().equals(first.staff())))
                .extracting(one -> one.state(clock.instant()))
                .containsExactlyInAnyOrder(LookUp.State.EXPIRED, LookUp.State.EXPIRED, LookUp.State.USED);
    }

    @Test
    void an_officer_looks_up_so_often_a_day_and_no_more() throws Exception {
        use(first, approved(), 3);
        use(first, approved(), 4);
        LookUpId third = approved();
        assertThatThrownBy(() -> use(first, third, 5))
                .isInstanceOfSatisfying(OversightRefused.TooManyToday.class, refused -> assertThat(refused.facts())
                        .containsEntry("meest", 2));
        clock.pass(Duration.ofDays(1));
        assertThat(use(first, approved(), 5).known()).isFalse();
    }

    @Test
    void only_privacy_officers() throws Exception {
        Actor steward = new Actor(new StaffId(UUID.randomUUID()), Set.of(Role.STEWARD), Optional.empty());
        LookUpId id = approved();
        assertThatThrownBy(() -> ask(steward)).isInstanceOf(AuditRefused.NotAllowed.class);
        assertThatThrownBy(() -> approve(steward, id)).isInstanceOf(AuditRefused.NotAllowed.class);
        assertThatThrownBy(() -> use(steward, id, 1)).isInstanceOf(AuditRefused.NotAllowed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kort",
                "ouder van 111222333",
                "nummer 111 222 333 graag",
                "nummer 111.222.333 graag",
                "nummer 1-1-1-2-2-2-3-3-3 graag",
                "ouder van 11122233 vraagt",
                "\n\t\n\t\n\t\n\t\n\t\n\t\n",
            })
    void a_reason_is_a_reason_and_holds_no_number(String text) {
        assertThat(LookUpReason.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Brief van 21-11-2026 van een ouder", "Dossier AVG-2026/17, moeder belt", "tien teken"})
    void a_reason_may_hold_a_day_or_a_file(String text) {
        assertThat(LookUpReason.parse(text)).isPresent();
    }
}
