package nl.schakel.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.schakel.audit.ASigner;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.BundleCheck;
import nl.schakel.audit.ExportLog;
import nl.schakel.audit.InMemoryAuditTrail;
import nl.schakel.audit.LogExtent;
import nl.schakel.audit.LogVerdict;
import nl.schakel.audit.Note;
import nl.schakel.audit.Processing;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.audit.Subject;
import nl.schakel.audit.TestKeys;
import nl.schakel.audit.WriteBundleForTest;
import nl.schakel.platform.database.Zone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever owns the database can switch its triggers off; whoever verifies what it hands over finds out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuperuserCaughtTest {
    private static final AuditEntry ENTRY =
            AuditEntry.bySystem("startup.begin", ProcessingActivity.OPERATE).detail("rows", 3);
    private static final ASigner KEY = ASigner.log("schakel.test/log", 1);
    private static final String POLICY = "log " + KEY.key().line() + "\nquorum none\n";
    private static final Actor OFFICER =
            new Actor(new StaffId(new UUID(7, 7)), Set.of(Role.PRIVACY_OFFICER), Optional.empty());

    private final SequencedCopy log = new SequencedCopy();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @AfterAll
    void drop() throws SQLException {
        log.close();
    }

    @BeforeEach
    void write_a_log() throws Exception {
        log.empty();
        log.withoutTriggers("audit.processing_line", "delete from audit.processing_line");
        log.now = Instant.parse("2026-09-01T10:00:00Z");
        log.append(5, ENTRY);
        log.now = log.now.plusMillis(1);
        process(3);
        seal();
    }

    private void seal() throws Exception {
        log.sequence();
        log.now = log.now.plus(Duration.ofMinutes(1));
        log.publish(log.prepare().orElseThrow());
    }

    private void process(int pupils) throws Exception {
        List<Subject> subjects = IntStream.range(0, pupils)
                .mapToObj(i -> Subject.of(ByteBuffer.allocate(32).putInt(i).array()))
                .toList();
        log.copy.committed(Zone.COLD, null, database -> new PostgresProcessingLog(
                        database, new TestKeys(), InMemoryAuditTrail.stamps(log.clock()))
                .append(
                        Zone.COLD,
                        Processing.ok(ProcessingActivity.RELEASE, "Extract vrijgeven", log.now, log.now),
                        subjects));
    }

    /** What the service hands over now, its checkpoint signed by the key of the policy. */
    private String handedOver() throws Exception {
        String text = log.copy.committed(Zone.AUDITOR, null, database -> {
            PostgresLogCopy copy = new PostgresLogCopy(database, SequencedCopy.SIGNER);
            LogExtent extent =
                    new ExportLog(copy, new PostgresAuditTrail(database, log.writer())).begin(OFFICER, 0, true);
            StringWriter out = new StringWriter();
            WriteBundleForTest.write(copy, List.of(), extent, out);
            return out.toString();
        });
        int note = text.indexOf("\ncheckpoint\n") + "\ncheckpoint\n".length();
        String checkpoint = text.substring(note, text.indexOf("\n\n", note) + 1);
        return text.substring(0, note) + new Note(checkpoint, List.of(KEY.sign(checkpoint, 0))).value();
    }

    private LogVerdict verified(String bundle, Optional<String> state) throws Exception {
        Path file = Files.writeString(folder.resolve("bundel"), bundle);
        BundleCheck check = ServiceLoader.load(BundleCheck.class).findFirst().orElseThrow();
        return check.check(new BundleCheck.Order(file, POLICY, Optional.empty(), state));
    }

    private static List<String> codes(LogVerdict verdict) {
        return verdict.faults().stream().map(fault -> fault.code().code()).toList();
    }

    @Test
    void what_nobody_touched_is_whole() throws Exception {
        LogVerdict verdict = verified(handedOver(), Optional.empty());
        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.figures().counts().details()).isEqualTo(5);
        assertThat(verdict.figures().counts().lines()).isEqualTo(3);
        log.append(3, ENTRY);
        seal();
        assertThat(verified(handedOver(), verdict.next()).faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    entry           | update audit.entry set entry = replace(entry, 'startup.begin', 'startup.other') where seq = 2 | LB-33
                    entry           | update audit.entry a set entry = b.entry from audit.entry b where a.seq + b.seq = 3 and a.seq in (1, 2) | LB-33
                    entry           | delete from audit.entry where seq = 5                                                         | LB-02
                    private_detail  | update audit.private_detail d set detail = '{"rows":4}' from audit.entry e where e.id = d.entry_id and e.seq = 1 | LB-22
                    private_detail  | update audit.private_detail d set salt = repeat('0', 64) from audit.entry e where e.id = d.entry_id and e.seq = 1 | LB-22
                    processing_line | update audit.processing_line set subject = decode(repeat('00', 32), 'hex') where n = 1        | LB-24
                    processing_line | update audit.processing_line set n = 2 - n                                                    | LB-24
                    processing_line | delete from audit.processing_line where n = 2                                                 | LB-23
                    processing_line | delete from audit.processing_line where n = 0                                                 | LB-20
                    """)
    void whoever_edits_past_the_triggers_is_found_out(String table, String sql, String code) throws Exception {
        Optional<String> state = verified(handedOver(), Optional.empty()).next();
        log.withoutTriggers("audit." + table, sql);
        assertThat(codes(verified(handedOver(), state))).contains(code);
    }

    @Test
    void a_log_that_was_put_back_is_found_out() throws Exception {
        String lastNight = handedOver();
        log.append(1, ENTRY);
        seal();
        Optional<String> state = verified(handedOver(), Optional.empty()).next();
        assertThat(codes(verified(lastNight, state))).containsExactly("LB-40");
    }

    @Test
    void a_log_that_was_written_anew_and_signed_is_found_out_by_who_saw_it_before() throws Exception {
        Optional<String> state = verified(handedOver(), Optional.empty()).next();
        log.empty();
        log.append(7, ENTRY);
        seal();
        String anew = handedOver();
        assertThat(verified(anew, Optional.empty()).whole()).isTrue();
        assertThat(codes(verified(anew, state))).containsExactly("LB-41");
    }
}
