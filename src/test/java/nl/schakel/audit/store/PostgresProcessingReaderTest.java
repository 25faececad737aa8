package nl.schakel.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.InMemoryAuditTrail;
import nl.schakel.audit.Origin;
import nl.schakel.audit.Processing;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.ProcessingLine;
import nl.schakel.audit.ProcessingPage;
import nl.schakel.audit.ProcessingQuery;
import nl.schakel.audit.ReadProcessing;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.audit.Stamps;
import nl.schakel.audit.Subject;
import nl.schakel.audit.TestKeys;
import nl.schakel.audit.Trace;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.school.SchoolYear;
import org.junit.jupiter.api.Test;

class PostgresProcessingReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.123456789Z");
    private static final String TRACE = "trace_id";
    private static final String ACTIVITY = "dpl.core.processing_activity_id";

    private final Database database = TestPostgres.database(null);
    private final SecureRandom random = new SecureRandom();
    private final Actor officer = TestActors.of(Role.PRIVACY_OFFICER);
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail(Clock.fixed(NOW, ZoneOffset.UTC));

    private Trace trace() {
        return new Trace(hex(16), hex(8), Optional.of(hex(8)));
    }

    private String hex(int bytes) {
        byte[] some = new byte[bytes];
        random.nextBytes(some);
        return HexFormat.of().formatHex(some);
    }

    private Subject someone() {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return Subject.of(key);
    }

    private List<Subject> some(int count) {
        return IntStream.range(0, count).mapToObj(i -> someone()).toList();
    }

    private static String hash(Subject subject) {
        return HexFormat.of()
                .formatHex(new TestKeys().subjects(SchoolYear.of(NOW)).of(subject));
    }

    private void process(Trace trace, int version, Instant start, List<Subject> subjects) throws Exception {
        Clock clock = Clock.fixed(start.plusSeconds(2), ZoneOffset.UTC);
        Stamps stamps = new Stamps(() -> new Origin(trace, "service"), activity -> activity.uri(version), clock);
        Processing processing =
                Processing.ok(ProcessingActivity.LINK, "Leerlingen koppelen", start, start.plusSeconds(1));
        TestPostgres.inTransaction(Zone.LINK, () -> new PostgresProcessingLog(database, new TestKeys(), stamps)
                .append(Zone.LINK, processing, subjects));
    }

    private ProcessingPage read(String... fields) throws Exception {
        Map<String, String> sent = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            sent.put(fields[i], fields[i + 1]);
        }
        return TestPostgres.inTransaction(
                Zone.AUDITOR, () -> new ReadProcessing(new PostgresProcessingReader(database), trail)
                        .read(officer, ProcessingQuery.read(sent::get)));
    }

    @Test
    void a_trace_is_its_operation_and_below_it_a_line_for_each_subject_in_the_form_of_the_standard() throws Exception {
        Trace trace = trace();
        List<Subject> subjects = some(3);
        process(trace, 1, NOW, subjects);
        process(trace(), 1, NOW, some(2));
        ProcessingPage page = read(TRACE, trace.traceId());
        assertThat(page.next()).isEmpty();
        ProcessingLine operation = page.lines().get(0);
        assertThat(operation)
                .isEqualTo(new ProcessingLine(
                        trace.traceId(),
                        trace.spanId(),
                        trace.caller(),
                        "Ok",
                        "Leerlingen koppelen",
                        Instant.parse("2026-11-22T12:00:00.123Z"),
                        Instant.parse("2026-11-22T12:00:01.123Z"),
                        "urn:schakel:verwerking:koppelen:1",
                        Optional.empty(),
                        Optional.empty()));
        List<ProcessingLine> lines = page.lines().subList(1, 4);
        assertThat(lines)
                .extracting(line -> line.subject().orElseThrow())
                .containsExactlyElementsOf(subjects.stream()
                        .map(PostgresProcessingReaderTest::hash)
                        .toList());
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.parent()).contains(trace.spanId());
            assertThat(line.subjectType()).contains("urn:schakel:betrokkene:2026-2027");
        });
        assertThat(page.lines()).extracting(ProcessingLine::span).doesNotHaveDuplicates();
    }

    @Test
    void pages_join_to_the_whole_whatever_they_cut() throws Exception {
        Trace trace = trace();
        process(trace, 1, NOW, some(ProcessingQuery.PAGE - 1));
        process(trace, 1, NOW.plusSeconds(10), some(ProcessingQuery.PAGE + 200));
        process(trace, 1, NOW.plusSeconds(20), List.of());
        List<ProcessingLine> all = new ArrayList<>();
        ProcessingPage page = read(TRACE, trace.traceId());
        all.addAll(page.lines());
        int pages = 1;
        while (page.next().isPresent()) {
            assertThat(page.lines()).hasSize(ProcessingQuery.PAGE);
            page = read(TRACE, trace.traceId(), "na", page.next().get().text());
            all.addAll(page.lines());
            pages++;
        }
        assertThat(all).hasSize(3 + 2 * ProcessingQuery.PAGE + 199).doesNotHaveDuplicates();
        assertThat(pages).isEqualTo(3);
        assertThat(all.get(0).start())
                .as("the newest first")
                .isAfter(all.get(all.size() - 1).start());
    }

    @Test
    void an_activity_is_found_in_its_version_and_period_only() throws Exception {
        int version = 1 + random.nextInt(99_999_999);
        String activity = "urn:schakel:verwerking:koppelen:" + version;
        process(trace(), version, NOW, some(1));
        process(trace(), version, NOW.plusSeconds(3600), some(2));
        process(trace(), version + 1, NOW, some(5));
        assertThat(read(ACTIVITY, activity).lines()).hasSize(2 + 3);
        assertThat(read(ACTIVITY, activity, "start_time", "2026-11-22T12:30:00Z")
                        .lines())
                .hasSize(3);
        assertThat(read(ACTIVITY, activity, "end_time", "2026-11-22T12:30:00Z").lines())
                .hasSize(2);
        assertThat(read(ACTIVITY, activity, "start_time", "2026-11-22T12:00:00.123Z")
                        .lines())
                .hasSize(5);
        assertThat(read(ACTIVITY, activity, "start_time", "2026-11-22T12:00:00.1231Z")
                        .lines())
                .as("moments are kept to the millisecond")
                .hasSize(3);
        assertThat(read(ACTIVITY, activity, "end_time", "2026-11-22T12:00:01.122Z")
                        .lines())
                .isEmpty();
        assertThat(read(ACTIVITY, activity, TRACE, trace().traceId()).lines())
                .as("both must fit")
                .isEmpty();
    }

    @Test
    void a_subject_is_found_by_the_hash_of_the_log_and_nobody_else_with_it() throws Exception {
        Subject pupil = someone();
        Trace trace = trace();
        process(trace, 1, NOW, List.of(someone(), pupil, someone()));
        process(trace(), 1, NOW.plusSeconds(60), List.of(pupil));
        String hash = hash(pupil);
        ProcessingPage page = read(ProcessingQuery.SUBJECT, hash);
        assertThat(page.lines()).hasSize(2).allSatisfy(line -> assertThat(line.subject())
                .contains(hash));
        assertThat(page.lines().get(0).start()).isAfter(page.lines().get(1).start());
        assertThat(read(ProcessingQuery.SUBJECT, hash, TRACE, trace.traceId()).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.parent()).contains(trace.spanId()));
        assertThat(read(ProcessingQuery.SUBJECT, hash, "start_time", "2026-11-22T12:00:30Z")
                        .lines())
                .hasSize(1);
        assertThat(read(ProcessingQuery.SUBJECT, hash(someone())).lines()).isEmpty();
    }

    @Test
    void many_lines_of_one_subject_are_read_in_pages_too() throws Exception {
        Subject pupil = someone();
        List<Subject> often = new ArrayList<>(some(1));
        IntStream.range(0, 300).forEach(i -> often.add(pupil));
        process(trace(), 1, NOW, often);
        process(trace(), 1, NOW.plusSeconds(1), often);
        ProcessingPage first = read(ProcessingQuery.SUBJECT, hash(pupil));
        ProcessingPage second = read(
                ProcessingQuery.SUBJECT,
                hash(pupil),
                "na",
                first.next().orElseThrow().text());
        Set<ProcessingLine> all = new HashSet<>(first.lines());
        all.addAll(second.lines());
        assertThat(all).hasSize(600);
        assertThat(second.next()).isEmpty();
    }

    @Test
    void only_a_privacy_officer_reads_and_the_entry_does_not_say_about_whom() throws Exception {
        Subject pupil = someone();
        process(trace(), 1, NOW, List.of(pupil));
        read(ProcessingQuery.SUBJECT, hash(pupil));
        assertThat(trail.said()).singleElement().satisfies(entry -> {
            assertThat(entry.act()).isEqualTo("processing.read");
            assertThat(entry.details()).containsEntry("subject", 1L).containsEntry("shown", 1L);
        });
        assertThat(trail.logged().get(0).text()).doesNotContain(hash(pupil));
        for (Role role : Role.values()) {
            if (role != Role.PRIVACY_OFFICER) {
                assertThatThrownBy(() -> new ReadProcessing(new PostgresProcessingReader(database), trail)
                                .read(
                                        TestActors.of(role),
                                        ProcessingQuery.read(name -> name.equals(TRACE) ? "1".repeat(32) : null)))
                        .as(role.name())
                        .isInstanceOf(AuditRefused.NotAllowed.class);
            }
        }
        assertThat(trail.said()).hasSize(1);
    }

    /** People of one role. */
    private static final class TestActors {
        static Actor of(Role role) {
            return new Actor(
                    new StaffId(java.util.UUID.randomUUID()),
                    Set.of(role),
                    role == Role.SCHOOL ? Optional.of(new nl.schakel.school.Brin("99ZZ")) : Optional.empty());
        }
    }
}
