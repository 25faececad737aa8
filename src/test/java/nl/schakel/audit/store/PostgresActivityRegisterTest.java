package nl.schakel.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import nl.schakel.audit.ActivityField;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.HeadField;
import nl.schakel.audit.InMemoryAuditTrail;
import nl.schakel.audit.KeepRegister;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.ProcessingRegister;
import nl.schakel.audit.ReadRegister;
import nl.schakel.audit.RegisterText;
import nl.schakel.audit.TheRegister;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresActivityRegisterTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final ProcessingActivity ACTIVITY = ProcessingActivity.LINK;

    private final Database database = TestPostgres.database(null);
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail(clock);
    private final InForce inForce = new InForce();
    private final PostgresActivityRegister register = new PostgresActivityRegister(database, inForce);

    private int keep(AuditTrail log, String head, Map<ProcessingActivity, Map<ActivityField, String>> activities)
            throws Exception {
        return TestPostgres.inTransaction(
                Zone.LOG, () -> new KeepRegister(register, log, clock).keep(TheRegister.head(head), activities));
    }

    private ProcessingRegister read() throws Exception {
        return TestPostgres.inTransaction(Zone.AUDITOR, () -> new ReadRegister(register).read());
    }

    private List<RegisterText<ActivityField>> versions() throws Exception {
        return read().activities().getOrDefault(ACTIVITY.word(), List.of());
    }

    @Test
    void what_changed_is_a_new_version_what_did_not_change_is_not_and_every_entry_names_the_one_in_force()
            throws Exception {
        String first = UUID.randomUUID().toString();
        String second = UUID.randomUUID().toString();
        keep(trail, first, TheRegister.activities(first));
        int before = versions().get(0).version();
        assertThat(inForce.uri(ACTIVITY)).isEqualTo(ACTIVITY.uri(before));
        int said = trail.said().size();
        assertThat(keep(trail, first, TheRegister.activities(first))).isZero();
        assertThat(trail.said()).as("nothing changed, nothing to say").hasSize(said);

        Map<ProcessingActivity, Map<ActivityField, String>> changed = TheRegister.activities(first);
        changed.computeIfAbsent(ACTIVITY, any -> Map.of()).put(ActivityField.RETENTION, second);
        assertThat(keep(trail, first, changed)).isOne();
        List<RegisterText<ActivityField>> versions = versions();
        assertThat(versions.get(0).version()).isEqualTo(before + 1);
        assertThat(versions.get(0).validFrom()).isEqualTo(NOW);
        assertThat(versions.get(0).changedSince(versions.get(1))).containsExactly(ActivityField.RETENTION);
        assertThat(versions.get(0).get(ActivityField.RETENTION)).isEqualTo(second);
        assertThat(versions.get(1).fields()).isEqualTo(TheRegister.activity(ACTIVITY, first));
        assertThat(inForce.uri(ACTIVITY)).isEqualTo(ACTIVITY.uri(before + 1));
        AuditEntry entry = trail.said().get(said);
        assertThat(entry.act()).isEqualTo("activity-register.keep");
        assertThat(entry.details()).containsEntry("added", "koppelen:" + (before + 1));
        assertThat(entry.staff()).as("the service itself").isEmpty();

        assertThat(keep(trail, second, changed)).isOne();
        List<RegisterText<HeadField>> heads = read().heads();
        assertThat(heads.get(0).changedSince(heads.get(1))).containsExactly(HeadField.values());
        assertThat(heads.get(0).version()).isEqualTo(heads.get(1).version() + 1);
        assertThat(keep(trail, second, TheRegister.activities(first)))
                .as("what was said before is a new version too")
                .isOne();
        assertThat(inForce.uri(ACTIVITY)).isEqualTo(ACTIVITY.uri(before + 2));
    }

    @Test
    void activities_stand_in_the_order_of_the_program_and_nothing_can_be_logged_before_there_are_any()
            throws Exception {
        assertThatThrownBy(() -> new InForce().uri(ACTIVITY)).isInstanceOf(IllegalStateException.class);
        keep(trail, "x", TheRegister.activities("x"));
        assertThat(read().activities().keySet().stream()
                        .limit(ProcessingActivity.values().length)
                        .toList())
                .containsExactlyElementsOf(List.of(ProcessingActivity.values()).stream()
                        .map(ProcessingActivity::word)
                        .toList());
    }

    @Test
    void two_starts_at_once_add_a_version_once() throws Exception {
        String text = UUID.randomUUID().toString();
        CountDownLatch both = new CountDownLatch(2);
        ExecutorService starts = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> added =
                    List.of(starts.submit(() -> begin(both, text)), starts.submit(() -> begin(both, text)));
            assertThat(added.get(0).get(30, TimeUnit.SECONDS) + added.get(1).get(30, TimeUnit.SECONDS))
                    .isEqualTo(1 + ProcessingActivity.values().length);
        } finally {
            starts.shutdownNow();
        }
    }

    private int begin(CountDownLatch both, String text) throws Exception {
        both.countDown();
        both.await(30, TimeUnit.SECONDS);
        return keep(new InMemoryAuditTrail(clock), text, TheRegister.activities(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            schakel_log     | update audit.processing_activity set title = 'x'
            schakel_log     | delete from audit.register_head
            schakel_auditor | insert into audit.register_head values (1, now(), 'a', 'b', 'c', 'd', 'e')
            schakel_cold    | insert into audit.processing_activity (id) values ('urn:schakel:verwerking:x:1')
            schakel_school  | select * from audit.processing_activity
            schakel_link    | select * from audit.register_head
            """)
    void a_version_is_added_by_the_log_alone_and_never_changed(String role, String sql) throws SQLException {
        try (Connection connection = TestPostgres.connect(role);
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "-1"})
    void a_version_is_positive_and_says_everything(int version) {
        assertThatThrownBy(() -> new RegisterText<>(version, NOW, TheRegister.head("x")))
                .isInstanceOf(IllegalArgumentException.class);
        Map<HeadField, String> lacking = TheRegister.head("x");
        lacking.remove(HeadField.OFFICER);
        assertThatThrownBy(() -> new RegisterText<>(1, NOW, lacking)).isInstanceOf(IllegalArgumentException.class);
        Map<HeadField, String> blank = TheRegister.head("x");
        blank.put(HeadField.OFFICER, " ");
        assertThatThrownBy(() -> new RegisterText<>(1, NOW, blank)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RegisterText<HeadField>(1, NOW, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
