package nl.schakel.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.Checkpoint;
import nl.schakel.audit.ExportLog;
import nl.schakel.audit.InMemoryAuditTrail;
import nl.schakel.audit.LogExtent;
import nl.schakel.audit.Processing;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.ReleaseNotes;
import nl.schakel.audit.Role;
import nl.schakel.audit.SignedNote;
import nl.schakel.audit.StaffId;
import nl.schakel.audit.Subject;
import nl.schakel.audit.TestKeys;
import nl.schakel.audit.TreeHash;
import nl.schakel.audit.WriteBundleForTest;
import nl.schakel.platform.database.Zone;
import nl.schakel.school.Brin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresLogCopyTest {
    private static final AuditEntry ENTRY = AuditEntry.bySystem("startup.begin", ProcessingActivity.OPERATE);
    private static final Actor OFFICER = actor(Role.PRIVACY_OFFICER);
    private final SequencedCopy log = new SequencedCopy();

    private static Actor actor(Role role) {
        return new Actor(
                new StaffId(new UUID(7, 7)),
                Set.of(role),
                role == Role.SCHOOL ? Optional.of(new Brin("99AA")) : Optional.empty());
    }

    @AfterAll
    void drop() throws SQLException {
        log.close();
    }

    @BeforeEach
    void empty() {
        log.empty();
        log.now = Instant.parse("2026-09-01T10:00:00Z");
    }

    private void seal() throws Exception {
        log.sequence();
        log.now = log.now.plus(Duration.ofMinutes(1));
        log.publish(log.prepare().orElseThrow());
    }

    private void process(int pupils) throws Exception {
        log.copy.committed(Zone.COLD, null, database -> {
            List<Subject> subjects = new ArrayList<>();
            for (int i = 0; i < pupils; i++) {
                subjects.add(Subject.of(ByteBuffer.allocate(32).putInt(i).array()));
            }
            return new PostgresProcessingLog(database, new TestKeys(), InMemoryAuditTrail.stamps(log.clock()))
                    .append(
                            Zone.COLD,
                            Processing.ok(ProcessingActivity.RELEASE, "Extract vrijgeven", log.now, log.now),
                            subjects);
        });
    }

    private List<String> bundle(long from, boolean lines, ReleaseNotes... notes) throws Exception {
        return log.copy.committed(Zone.AUDITOR, null, database -> {
            PostgresLogCopy copy = new PostgresLogCopy(database, SequencedCopy.SIGNER);
            LogExtent extent =
                    new ExportLog(copy, new PostgresAuditTrail(database, log.writer())).begin(OFFICER, from, lines);
            StringWriter out = new StringWriter();
            WriteBundleForTest.write(copy, List.of(notes), extent, out);
            assertThat(out.toString()).endsWith("\n");
            return List.of(out.toString().split("\n", -1));
        });
    }

    @Test
    void a_bundle_has_every_entry_its_details_and_the_checkpoint_and_nothing_else() throws Exception {
        log.append(300, ENTRY);
        log.append(2, ENTRY.detail("rows", 3));
        seal();
        log.append(5, ENTRY.detail("later", 1));

        List<String> lines = bundle(0, true);

        assertThat(lines.subList(0, 4))
                .containsExactly("schakel-logboek/1", "origin schakel.test/log", "from 0", "entries 302");
        TreeHash tree = new TreeHash();
        lines.subList(4, 306).forEach(entry -> tree.add(entry.getBytes(StandardCharsets.UTF_8)));
        assertThat(lines.get(306)).isEqualTo("attachments 2");
        assertThat(lines.subList(307, 309))
                .allSatisfy(
                        line -> assertThat(line)
                                .matches(
                                        "\\{\"detail\":\"\\{\\\\\"rows\\\\\":3}\",\"id\":\"[0-9a-f-]{36}\",\"salt\":\"[0-9a-f]{64}\"}"));
        assertThat(lines.get(309)).isEqualTo("checkpoint");
        Checkpoint checkpoint = Checkpoint.of("schakel.test/log", 302, tree.root());
        assertThat(String.join("\n", lines.subList(310, lines.size())))
                .isEqualTo(SequencedCopy.SIGNER.sign(checkpoint).value());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 255, 256, 257, 301, 302})
    void a_bundle_that_leaves_entries_out_goes_on_from_their_frontier(int from) throws Exception {
        log.append(302, ENTRY);
        seal();
        List<String> lines = bundle(from, false);

        List<byte[]> frontier = lines.stream()
                .filter(line -> line.startsWith("frontier "))
                .map(line -> Base64.getDecoder().decode(line.substring("frontier ".length())))
                .toList();
        TreeHash tree = TreeHash.resume(from, frontier);
        int first = lines.indexOf("entries " + (302 - from)) + 1;
        lines.subList(first, first + 302 - from).forEach(entry -> tree.add(entry.getBytes(StandardCharsets.UTF_8)));
        assertThat(lines).contains(Base64.getEncoder().encodeToString(tree.root()));
    }

    @Test
    void subjects_go_along_in_blocks_of_a_thousand_where_they_are_asked_for() throws Exception {
        process(2001);
        process(3);
        seal();
        assertThat(bundle(0, false)).contains("attachments 0");

        List<String> lines = bundle(0, true);

        assertThat(lines).contains("attachments 4");
        List<String> blocks = lines.stream()
                .filter(line -> line.startsWith("{\"n\":"))
                .map(PostgresLogCopyTest::block)
                .toList();
        assertThat(blocks).containsExactlyInAnyOrder("0: 1000", "1000: 1000", "2000: 1", "0: 3");
        assertThat(blocks.indexOf("1000: 1000")).isEqualTo(blocks.indexOf("0: 1000") + 1);
        assertThat(blocks.indexOf("2000: 1")).isEqualTo(blocks.indexOf("0: 1000") + 2);
    }

    /** Its first number and how many subjects it has. */
    private static String block(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            JsonObject object = reader.readObject();
            return object.getInt("n") + ": "
                    + Base64.getDecoder().decode(object.getString("subjects")).length / TreeHash.LENGTH;
        }
    }

    @Test
    void lists_of_later_features_come_last_and_are_counted() throws Exception {
        log.append(1, ENTRY.detail("rows", 3));
        seal();
        UUID release = new UUID(1, 2);
        List<String> lines = bundle(
                0,
                true,
                extent -> List.of(new ReleaseNotes.ReleaseNote(release, new SignedNote("a\n\n\u2014 k AA==\n"))));
        assertThat(lines).contains("attachments 2");
        assertThat(lines.get(lines.indexOf("checkpoint") - 1))
                .isEqualTo("{\"manifest\":\"a\\n\\n\u2014 k AA==\\n\",\"release\":\"" + release + "\"}");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "PRIVACY_OFFICER", mode = EnumSource.Mode.EXCLUDE)
    void nobody_but_a_privacy_officer_takes_the_log_along(Role role) throws Exception {
        log.append(1, ENTRY);
        seal();
        assertThatThrownBy(() -> begin(actor(role), 0)).isInstanceOf(AuditRefused.NotAllowed.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 2, Long.MAX_VALUE})
    void more_than_there_is_cannot_be_left_out(long from) throws Exception {
        log.append(1, ENTRY);
        seal();
        assertThatThrownBy(() -> begin(OFFICER, from)).isInstanceOf(AuditRefused.WrongFilter.class);
    }

    @Test
    void a_log_without_a_signed_checkpoint_is_not_handed_over() throws Exception {
        log.append(1, ENTRY);
        log.sequence();
        log.prepare();
        assertThatThrownBy(() -> begin(OFFICER, 0)).isInstanceOf(AuditRefused.NotSealed.class);
    }

    @Test
    void taking_the_log_along_is_an_act_with_one_entry() throws Exception {
        log.append(3, ENTRY);
        seal();
        begin(OFFICER, 1);
        assertThat(log.copy.ask("select count(*) from audit.pending where entry::jsonb ->> 'act' = 'log.export'"
                        + " and entry::jsonb ->> 'obj' = 'log'"))
                .isEqualTo("1");
    }

    private LogExtent begin(Actor actor, long from) throws Exception {
        return log.copy.committed(Zone.AUDITOR, null, database -> new ExportLog(
                        new PostgresLogCopy(database, SequencedCopy.SIGNER),
                        new PostgresAuditTrail(database, log.writer()))
                .begin(actor, from, false));
    }
}
