package nl.schakel.consent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.InMemoryAuditTrail;
import nl.schakel.audit.InMemoryProcessingLog;
import nl.schakel.audit.Processing;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.audit.Subject;
import nl.schakel.consent.Choice;
import nl.schakel.consent.ConsentRefused;
import nl.schakel.consent.ConsentRequest;
import nl.schakel.consent.Decision;
import nl.schakel.consent.Evidence;
import nl.schakel.consent.Giver;
import nl.schakel.consent.HoldsPupilData;
import nl.schakel.consent.Instrument;
import nl.schakel.consent.NamedPupils;
import nl.schakel.consent.Objection;
import nl.schakel.consent.ObjectionId;
import nl.schakel.consent.ObjectionRequest;
import nl.schakel.consent.PupilReference;
import nl.schakel.consent.Purpose;
import nl.schakel.consent.RecordConsent;
import nl.schakel.consent.RecordObjection;
import nl.schakel.consent.TextVersion;
import nl.schakel.consent.WithdrawObjection;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.Admission;
import nl.schakel.pseudonym.People;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Token;
import nl.schakel.pupil.LocalPupilKey;
import nl.schakel.samples.PlainTokens;
import nl.schakel.school.Brin;
import nl.schakel.school.SchoolSite;
import org.junit.jupiter.api.Test;

class RecordDecisionsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final String brin = "99ZZ";
    private final Actor school =
            new Actor(new StaffId(new UUID(7, 7)), Set.of(Role.SCHOOL), Optional.of(new Brin("99ZZ")));
    private final String pupil = UUID.randomUUID().toString();
    private final Database database = TestPostgres.database(brin);
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail(CLOCK);
    private final InMemoryProcessingLog log = new InMemoryProcessingLog(CLOCK);
    private final List<String> erased = new ArrayList<>();
    private final PlainTokens tokens = new PlainTokens("consent");
    private final NamedPupils pupils = new NamedPupils(tokens, new DerivedPeople());
    private final PostgresExitLock lock = new PostgresExitLock(database);
    private final PostgresObjectionRegister objections = new PostgresObjectionRegister(database, trail);
    private final PostgresConsentRegister consents = new PostgresConsentRegister(database, trail);
    private final RecordObjection recordObjection =
            new RecordObjection(objections, pupils, holders(), lock, log, CLOCK);
    private final WithdrawObjection withdrawObjection = new WithdrawObjection(objections, pupils, lock, log, CLOCK);
    private final RecordConsent recordConsent = new RecordConsent(consents, pupils, holders(), lock, log, CLOCK);

    /** A person key that follows from the token, so that one reference is one person. */
    private static final class DerivedPeople implements People {
        @Override
        public List<PersonKey> admit(Zone zone, List<Admission> pairs) {
            return pairs.stream()
                    .map(pair -> PersonKey.of(
                            java.util.Objects.requireNonNull(pair.local()).bytes()))
                    .toList();
        }
    }

    @SuppressWarnings("unchecked")
    private Instance<HoldsPupilData> holders() {
        HoldsPupilData holder = new HoldsPupilData() {
            @Override
            public long erase(Zone zone, PersonKey person, Reason reason) {
                erased.add(reason.name());
                return 3;
            }

            @Override
            public long eraseInstrument(Zone zone, PersonKey person, Instrument instrument) {
                erased.add(instrument.code());
                return 1;
            }
        };
        return (Instance<HoldsPupilData>) Proxy.newProxyInstance(
                Instance.class.getClassLoader(), new Class<?>[] {Instance.class}, (proxy, method, given) -> {
                    Iterator<HoldsPupilData> all = List.of(holder).iterator();
                    return all;
                });
    }

    private PupilReference reference(String key) {
        return new PupilReference.ByLocalKey(SchoolSite.parse("99ZZ00").orElseThrow(), new LocalPupilKey(key));
    }

    private List<Objection> object(String... keys) throws Exception {
        List<ObjectionRequest> requests = java.util.Arrays.stream(keys)
                .map(key -> new ObjectionRequest(reference(key), Optional.of(TODAY)))
                .toList();
        return TestPostgres.inTransaction(Zone.SCHOOL, () -> recordObjection.record(school, requests));
    }

    private ConsentRequest decision(Choice choice, Giver giver, LocalDate given, Instrument instrument) {
        return new ConsentRequest(
                reference(pupil),
                choice,
                giver,
                Purpose.SOCIAL_EMOTIONAL,
                instrument,
                new TextVersion("2026-1"),
                Evidence.FORM,
                given,
                Optional.of(2016),
                Optional.empty());
    }

    private List<Decision> decide(ConsentRequest... requests) throws Exception {
        return TestPostgres.inTransaction(Zone.SCHOOL, () -> recordConsent.record(school, List.of(requests)));
    }

    @Test
    void an_objection_erases_what_is_stored_and_is_logged_about_the_pupil() throws Exception {
        Objection objection = object(pupil).get(0);
        assertThat(erased).containsExactly("OBJECTION");
        AuditEntry entry = trail.said().get(0);
        assertThat(entry.act()).isEqualTo("objection.record");
        assertThat(entry.kind()).isEqualTo(AuditEntry.Kind.CONSENT);
        assertThat(entry.object()).isEqualTo("objection/" + objection.id().value());
        assertThat(entry.subject()).isPresent();
        assertThat(entry.details()).containsEntry("erasedRows", 3L);
        assertThat(log.subjects()).hasSize(1);
    }

    @Test
    void a_second_objection_against_one_pupil_answers_the_first_and_adds_nothing() throws Exception {
        Objection first = object(pupil).get(0);
        assertThat(object(pupil, pupil)).extracting(Objection::id).containsOnly(first.id());
        assertThat(erased).hasSize(1);
        assertThat(count("consent.objection")).isEqualTo(1);
    }

    @Test
    void a_withdrawn_objection_stands_no_longer_and_a_new_one_may_follow() throws Exception {
        Objection first = object(pupil).get(0);
        Objection ended = TestPostgres.inTransaction(Zone.SCHOOL, () -> withdrawObjection.withdraw(school, first.id()));
        assertThat(ended.withdrawn()).contains(NOW);
        assertThat(TestPostgres.inTransaction(Zone.SCHOOL, () -> withdrawObjection.withdraw(school, first.id())))
                .isEqualTo(ended);
        assertThat(object(pupil).get(0).id()).isNotEqualTo(first.id());
    }

    @Test
    void a_withdrawal_is_logged_about_the_pupil_by_number_and_by_name_alike() throws Exception {
        Objection first = object(pupil).get(0);
        TestPostgres.inTransaction(Zone.SCHOOL, () -> withdrawObjection.withdraw(school, first.id()));
        TestPostgres.inTransaction(Zone.SCHOOL, () -> withdrawObjection.withdraw(school, first.id()));
        object(pupil);
        TestPostgres.inTransaction(Zone.SCHOOL, () -> withdrawObjection.withdraw(school, reference(pupil)));
        assertThat(trail.said())
                .extracting(AuditEntry::act)
                .containsExactly("objection.record", "objection.withdraw", "objection.record", "objection.withdraw");
        assertThat(trail.said()).extracting(AuditEntry::subject).containsOnly(Optional.of(Subject.of(personBytes())));
        assertThat(log.operations())
                .extracting(Processing::name)
                .containsExactly("Bezwaar vastleggen", "Bezwaar intrekken", "Bezwaar vastleggen", "Bezwaar intrekken");
        assertThat(log.subjects()).hasSize(4).containsOnly(Subject.of(personBytes()));
    }

    @Test
    void an_objection_of_another_school_does_not_exist() throws Exception {
        Objection objection = object(pupil).get(0);
        PostgresObjectionRegister elsewhere = new PostgresObjectionRegister(TestPostgres.database("99YY"), trail);
        assertThat(TestPostgres.inTransaction(Zone.SCHOOL, () -> elsewhere.find(objection.id())))
                .isEmpty();
        assertThat(TestPostgres.inTransaction(Zone.SCHOOL, () -> elsewhere.person(objection.id())))
                .isEmpty();
        assertThat(TestPostgres.inTransaction(Zone.SCHOOL, () -> elsewhere.newest(1_000)))
                .extracting(Objection::id)
                .doesNotContain(objection.id());
    }

    @Test
    void what_is_wrong_is_refused_before_anything_is_written() {
        ObjectionRequest ahead = new ObjectionRequest(reference(pupil), Optional.of(TODAY.plusDays(1)));
        assertThatThrownBy(() -> recordObjection.record(school, List.of(ahead)))
                .isInstanceOf(ConsentRefused.Wrong.class);
        assertThatThrownBy(() -> recordObjection.record(school, java.util.Collections.nCopies(1_001, ahead)))
                .isInstanceOf(ConsentRefused.TooMany.class);
        ObjectionRequest elsewhere = new ObjectionRequest(
                new PupilReference.ByLocalKey(SchoolSite.parse("99YY00").orElseThrow(), new LocalPupilKey("1")),
                Optional.empty());
        assertThatThrownBy(() -> recordObjection.record(school, List.of(elsewhere)))
                .isInstanceOf(ConsentRefused.OtherSchool.class);
        Actor officer = new Actor(new StaffId(new UUID(7, 8)), Set.of(Role.PRIVACY_OFFICER), Optional.empty());
        assertThatThrownBy(() -> recordObjection.record(officer, List.of()))
                .isInstanceOf(AuditRefused.NotAllowed.class);
        assertThatThrownBy(() -> TestPostgres.inTransaction(
                        Zone.SCHOOL, () -> withdrawObjection.withdraw(school, new ObjectionId(UUID.randomUUID()))))
                .isInstanceOf(ConsentRefused.UnknownObjection.class);
        assertThat(trail.said()).isEmpty();
    }

    @Test
    void a_grant_erases_nothing_and_a_withdrawal_erases_what_it_allowed() throws Exception {
        decide(decision(Choice.GRANTED, Giver.PARENT_1, TODAY.minusDays(9), Instrument.ALL));
        assertThat(erased).isEmpty();
        decide(decision(Choice.WITHDRAWN, Giver.PARENT_1, TODAY, Instrument.ALL));
        assertThat(erased).containsExactly("CONSENT_ENDED");
        assertThat(trail.said()).extracting(AuditEntry::act).containsExactly("consent.record", "consent.record");
    }

    @Test
    void a_refusal_recorded_late_but_given_before_a_grant_ends_nothing() throws Exception {
        decide(decision(Choice.GRANTED, Giver.PARENT_1, TODAY.minusDays(2), Instrument.ALL));
        decide(decision(Choice.REFUSED, Giver.PARENT_1, TODAY.minusDays(5), Instrument.ALL));
        assertThat(erased).isEmpty();
    }

    @Test
    void a_refusal_for_one_instrument_erases_that_instrument() throws Exception {
        decide(decision(Choice.GRANTED, Giver.PARENT_1, TODAY.minusDays(2), Instrument.ALL));
        decide(decision(Choice.REFUSED, Giver.PARENT_2, TODAY, new Instrument("SOVL")));
        assertThat(erased).containsExactly("SOVL");
    }

    @Test
    void a_wrong_decision_in_a_list_is_named_and_nothing_of_the_list_is_recorded() {
        ConsentRequest right = decision(Choice.GRANTED, Giver.PARENT_1, TODAY, Instrument.ALL);
        ConsentRequest wrong = decision(Choice.GRANTED, Giver.PUPIL, TODAY.plusDays(1), Instrument.ALL);
        assertThatThrownBy(() -> decide(right, wrong))
                .isInstanceOfSatisfying(ConsentRefused.Wrong.class, refused -> assertThat(refused.faults())
                        .extracting(fault -> fault.place() + " " + fault.rule())
                        .containsExactly("beslissing 2, gegevenOp TO-0001", "beslissing 2, gever TO-0005"));
        assertThat(trail.said()).isEmpty();
    }

    @Test
    void the_school_learns_its_own_decisions_as_tokens() throws Exception {
        Token token = Token.of(personBytes());
        know(token);
        PostgresSchoolDecisions decisions = new PostgresSchoolDecisions(database);
        decide(decision(Choice.GRANTED, Giver.PARENT_1, TODAY.minusDays(2), Instrument.ALL));
        assertThat(TestPostgres.inTransaction(Zone.SCHOOL, () -> decisions.consenting(Purpose.SOCIAL_EMOTIONAL, NOW)))
                .contains(token);
        decide(decision(Choice.REFUSED, Giver.PARENT_2, TODAY, new Instrument("SOVL")));
        assertThat(TestPostgres.inTransaction(Zone.SCHOOL, () -> decisions.consenting(Purpose.SOCIAL_EMOTIONAL, NOW)))
                .doesNotContain(token);
        assertThat(TestPostgres.inTransaction(
                        Zone.SCHOOL,
                        () -> decisions.consenting(Purpose.SOCIAL_EMOTIONAL, new Instrument("ZIEN!"), NOW)))
                .contains(token);
        object(pupil);
        assertThat(TestPostgres.inTransaction(Zone.SCHOOL, () -> decisions.objections(NOW))
                        .local())
                .contains(token);
        PostgresSchoolDecisions elsewhere = new PostgresSchoolDecisions(TestPostgres.database("99YY"));
        assertThat(TestPostgres.inTransaction(Zone.SCHOOL, () -> elsewhere.objections(NOW))
                        .local())
                .doesNotContain(token);
    }

    @Test
    void an_exit_and_a_decision_wait_for_each_other() throws Exception {
        try (Connection exit = TestPostgres.connect("schakel_cold");
                Statement statement = exit.createStatement()) {
            exit.setAutoCommit(false);
            statement.execute("select consent.lock_exits_shared()");
            assertThatThrownBy(() -> TestPostgres.inTransaction(Zone.SCHOOL, () -> {
                        execute("set local lock_timeout = '50ms'");
                        lock.exclusive(Zone.SCHOOL);
                        return 0;
                    }))
                    .hasMessageContaining("55P03");
            exit.commit();
        }
    }

    private byte[] personBytes() {
        SchoolSite site = SchoolSite.parse("99ZZ00").orElseThrow();
        return tokens.local(site, "", new LocalPupilKey(pupil)).bytes();
    }

    private void know(Token token) throws SQLException {
        String hex = java.util.HexFormat.of().formatHex(token.bytes());
        try (Connection connection = TestPostgres.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into pseudonym.person (p) values (decode('" + hex + "', 'hex'))");
            statement.execute("insert into pseudonym.local_pupil (token, p) values (decode('" + hex
                    + "', 'hex'), decode('" + hex + "', 'hex'))");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connection(Zone.SCHOOL);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String table) throws SQLException {
        try (Connection connection = TestPostgres.superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table + " where p = decode('"
                        + java.util.HexFormat.of().formatHex(personBytes()) + "', 'hex')")) {
            row.next();
            return row.getLong(1);
        }
    }
}
