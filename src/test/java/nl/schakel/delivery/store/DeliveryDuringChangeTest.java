package nl.schakel.delivery.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.schakel.audit.Actor;
import nl.schakel.audit.InMemoryAuditTrail;
import nl.schakel.audit.InMemoryProcessingLog;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.consent.store.StoredDecisions;
import nl.schakel.delivery.Delivery;
import nl.schakel.delivery.IdempotencyKey;
import nl.schakel.delivery.IntakeDesk;
import nl.schakel.delivery.IntakeLog;
import nl.schakel.delivery.PupilDesk;
import nl.schakel.delivery.ReceiveDelivery;
import nl.schakel.delivery.ScriptReader;
import nl.schakel.delivery.Tally;
import nl.schakel.delivery.Upload;
import nl.schakel.platform.database.CopiedDatabase;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.TestDatabase;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.Admission;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pseudonym.store.StoredPeople;
import nl.schakel.pupil.LocalPupilKey;
import nl.schakel.samples.ChangingTokens;
import nl.schakel.samples.PlainTokens;
import nl.schakel.school.Brin;
import nl.schakel.school.SchoolSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deliveries before, during and after a change of keys that is opened and closed for real, in a database of their own. */
class DeliveryDuringChangeTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T05:00:00Z"), ZoneOffset.UTC);
    private static final Brin BRIN = new Brin("96QY");
    private static final String RESULTS = "UWLR_RESULTS_2_2 96QY00 2021-2022";
    private static final String TEST = "T 0 RW-M5";

    private final Pseudonymizer before = new PlainTokens("before");
    private final Pseudonymizer after = new PlainTokens("after");
    private final Pseudonymizer during = new ChangingTokens(after, before);

    @SuppressWarnings("NullAway.Init")
    private CopiedDatabase copy;

    private int generation = 1;

    @BeforeEach
    void copy() throws SQLException {
        copy = new CopiedDatabase();
    }

    @AfterEach
    void drop() throws SQLException {
        copy.close();
    }

    @Test
    void an_objection_by_local_key_holds_after_a_change_in_which_only_results_were_delivered() throws Exception {
        PersonKey objecting = person(before, "a");
        object(objecting);
        assertThat(receive(before, "attempt-1", RESULTS, "R a 0 2022-01-20 10", TEST))
                .isEqualTo(new Tally(1, 0, 0, 0, 1, 0));
        open();
        assertThat(receive(during, "attempt-2", RESULTS, "R a 0 2022-01-20 10", "R b 0 2022-01-20 9", TEST))
                .isEqualTo(new Tally(2, 1, 0, 0, 1, 0));
        close();
        assertThat(receive(after, "attempt-3", RESULTS, "R a 0 2022-01-20 10", TEST))
                .isEqualTo(new Tally(1, 0, 0, 0, 1, 0));
        assertThat(person(after, "a")).isEqualTo(objecting);
    }

    @Test
    void pupils_of_an_earlier_delivery_are_stored_once_more_in_a_change_and_known_from_then_on() throws Exception {
        String[] file = {"EDEXML_2_1 96QY00 2021-2022", "P a 999990019", "P b -"};
        Delivery old = deliver(before, "attempt-1", file);
        assertThat(old.tally()).isEqualTo(new Tally(2, 2, 0, 0, 0, 0));
        open();
        Delivery again = deliver(during, "attempt-2", file);
        assertThat(again.tally()).isEqualTo(new Tally(2, 1, 0, 1, 0, 0));
        assertThat(receive(during, "attempt-3", file)).isEqualTo(new Tally(2, 0, 0, 2, 0, 0));
        close();
        assertThat(receive(after, "attempt-4", file)).isEqualTo(new Tally(2, 0, 0, 2, 0, 0));
        assertThat(erased(old)).isEqualTo(2);
        assertThat(erased(again)).isEqualTo(1);
    }

    private long erased(Delivery delivery) throws Exception {
        return school(database -> new PostgresContent(database).erase(delivery.id()));
    }

    private PersonKey person(Pseudonymizer tokens, String key) throws Exception {
        Admission local = Admission.byLocalKey(tokens.local(new SchoolSite(BRIN, "00"), "", new LocalPupilKey(key)));
        return school(database -> StoredPeople.of(database, generation)
                .admit(Zone.SCHOOL, List.of(local))
                .get(0));
    }

    private void object(PersonKey person) throws Exception {
        school(database -> database.statements(Zone.SCHOOL)
                .update(
                        "insert into consent.objection values (gen_random_uuid(), ?, ?, '2026-01-01', '2026-01-01')",
                        BRIN.value(),
                        person.bytes()));
    }

    private void open() throws Exception {
        generation++;
        copy.committed(Zone.LINK, null, database -> StoredPeople.open(database, generation));
    }

    private void close() throws Exception {
        copy.committed(Zone.LINK, null, StoredPeople::close);
    }

    private Tally receive(Pseudonymizer tokens, String key, String... lines) throws Exception {
        return deliver(tokens, key, lines).tally();
    }

    private Delivery deliver(Pseudonymizer tokens, String key, String... lines) throws Exception {
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        Upload upload = new Upload(new ByteArrayInputStream(bytes), new IdempotencyKey(key));
        Actor actor = new Actor(new StaffId(new UUID(1, 2)), Set.of(Role.SCHOOL), Optional.of(BRIN));
        return school(
                database -> service(database, tokens).receive(actor, upload).delivery());
    }

    private ReceiveDelivery service(Database database, Pseudonymizer tokens) {
        PupilDesk desk = new PupilDesk(tokens, StoredPeople.of(database, generation));
        IntakeDesk intake =
                new IntakeDesk(new ScriptReader(), new PostgresContent(database), desk, StoredDecisions.of(database));
        InMemoryAuditTrail trail = new InMemoryAuditTrail(CLOCK);
        return new ReceiveDelivery(
                new PostgresDeliveries(database, trail),
                intake,
                new IntakeLog(trail, new InMemoryProcessingLog(CLOCK), CLOCK));
    }

    private <T> T school(TestDatabase.Work<T> work) throws Exception {
        return copy.committed(Zone.SCHOOL, BRIN.value(), work);
    }
}
