package nl.schakel.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.EntryWriter;
import nl.schakel.audit.InMemoryAuditTrail;
import nl.schakel.audit.LoggedEntry;
import nl.schakel.audit.Processing;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.Subject;
import nl.schakel.audit.TestKeys;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import org.junit.jupiter.api.Test;

class PostgresSubjectLogTest {
    private static final Clock LAST_YEAR = Clock.fixed(Instant.parse("2025-10-01T10:00:00Z"), ZoneOffset.UTC);
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
    private final Database database = TestPostgres.database(null);

    private static Subject someone() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Subject.of(key);
    }

    private void act(Clock clock, Subject subject) throws Exception {
        PostgresAuditTrail trail =
                new PostgresAuditTrail(database, new EntryWriter(new TestKeys(), InMemoryAuditTrail.stamps(clock)));
        TestPostgres.inTransaction(Zone.LINK, () -> {
            trail.append(
                    Zone.LINK,
                    AuditEntry.bySystem("number.change", ProcessingActivity.CHANGE_NUMBER)
                            .about(subject));
            return true;
        });
    }

    private void process(Clock clock, Subject... subjects) throws Exception {
        PostgresProcessingLog log =
                new PostgresProcessingLog(database, new TestKeys(), InMemoryAuditTrail.stamps(clock));
        Processing processing =
                Processing.ok(ProcessingActivity.LINK, "Leerlingen koppelen", clock.instant(), clock.instant());
        TestPostgres.inTransaction(Zone.LINK, () -> log.append(Zone.LINK, processing, List.of(subjects)));
    }

    private List<LoggedEntry> about(int most, Subject... keys) throws Exception {
        PostgresSubjectLog log = new PostgresSubjectLog(database, new TestKeys(), NOW);
        return TestPostgres.inTransaction(Zone.AUDITOR, () -> log.about(List.of(keys), most));
    }

    @Test
    void finds_acts_and_lines_of_one_pupil_in_every_epoch_and_of_nobody_else() throws Exception {
        Subject pupil = someone();
        Subject other = someone();
        act(LAST_YEAR, pupil);
        process(LAST_YEAR, other, pupil);
        process(NOW, pupil, other, someone());
        act(NOW, other);
        assertThat(about(100, pupil)).extracting(LoggedEntry::kind).containsExactlyInAnyOrder("ldv", "ldv", "sys");
        assertThat(about(100, pupil, other)).hasSize(6);
        assertThat(about(2, pupil)).extracting(LoggedEntry::t).first().isEqualTo(NOW.instant());
        assertThat(about(2, pupil)).hasSize(2);
        assertThat(about(100, someone())).isEmpty();
    }
}
