package nl.schakel.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import nl.schakel.school.SchoolYear;
import org.junit.jupiter.api.Test;

/** What every processing log does. */
public interface ProcessingLogContract {
    Instant MOMENT = Instant.parse("2026-11-21T10:00:00.123Z");
    Processing OPERATION = Processing.ok(ProcessingActivity.LINK, "Koppelen", MOMENT.minusSeconds(1), MOMENT);

    /** Logs in a transaction of its own, of an origin with {@link InMemoryAuditTrail#ORIGIN}'s trace, and reads the entry. */
    LoggedEntry append(Clock clock, List<Subject> subjects) throws Exception;

    private static List<Subject> some(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    byte[] key = new byte[32];
                    key[0] = (byte) (i >> 8);
                    key[1] = (byte) i;
                    return Subject.of(key);
                })
                .toList();
    }

    private LoggedEntry append(int count) throws Exception {
        return append(Clock.fixed(MOMENT, ZoneOffset.UTC), some(count));
    }

    @Test
    default void an_operation_is_one_entry_that_commits_to_a_line_for_each_subject() throws Exception {
        for (int count : new int[] {0, 1, 1_000}) {
            LoggedEntry entry = append(count);
            TreeHash tree = new TreeHash();
            LogPseudonyms.Subjects hashes = new TestKeys().subjects(SchoolYear.of(MOMENT));
            some(count).forEach(subject -> tree.add(hashes.of(subject)));
            try (JsonReader reader = Json.createReader(new StringReader(entry.text()))) {
                JsonObject json = reader.readObject();
                assertThat(json.getInt("lines")).isEqualTo(count);
                assertThat(json.getString("root")).isEqualTo(HexFormat.of().formatHex(tree.root()));
                assertThat(json.getString("trace"))
                        .isEqualTo(InMemoryAuditTrail.ORIGIN.trace().traceId());
            }
            assertThat(entry.kind()).isEqualTo("ldv");
            assertThat(entry.t()).isEqualTo(MOMENT);
            assertThat(AuditTrailContract.canonical(entry.text())).isTrue();
        }
    }

    @Test
    default void a_subject_that_comes_twice_has_two_lines() throws Exception {
        Subject same = some(1).get(0);
        LoggedEntry entry = append(Clock.fixed(MOMENT, ZoneOffset.UTC), List.of(same, same));
        assertThat(entry.text()).contains("\"lines\":2,");
    }
}
