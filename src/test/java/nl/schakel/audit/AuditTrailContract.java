package nl.schakel.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.schakel.platform.database.Zone;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

/** What every audit trail holds to. */
public interface AuditTrailContract {
    /** A moment in the school year 2026-2027. */
    Instant NOW = Instant.parse("2026-11-21T16:00:00.123456Z");

    /** An account. */
    StaffId STAFF = new StaffId(UUID.fromString("7f6f0a53-3f32-4b4e-9f0e-6a3c0d1b2e11"));

    /** A pupil. */
    Subject PUPIL = Subject.of(new byte[] {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
        31, 32
    });

    /** Appends the entries in one transaction of the zone, in the time of the clock, and answers what was logged. */
    List<LoggedEntry> append(Zone zone, Clock clock, AuditEntry... entries) throws Exception;

    /** An actor with the role. */
    static Actor actor(Role role) {
        return new Actor(STAFF, Set.of(role), Optional.empty());
    }

    private LoggedEntry one(AuditEntry entry) throws Exception {
        return append(Zone.COLD, Clock.fixed(NOW, ZoneOffset.UTC), entry).get(0);
    }

    private static JsonObject json(LoggedEntry entry) {
        return Json.createReader(new StringReader(entry.text())).readObject();
    }

    private static AuditEntry approval() {
        return AuditEntry.by(actor(Role.STEWARD), "release.approve", ProcessingActivity.RELEASE);
    }

    @Test
    default void an_entry_has_exactly_the_members_of_the_format() throws Exception {
        JsonObject entry = json(one(approval().on("study/NPO-2026-001/extract/3")));
        assertThat(entry.keySet())
                .containsExactly(
                        "act", "actor", "id", "kind", "obj", "org", "priv", "purpose", "res", "span", "sub", "t",
                        "trace", "v");
        assertThat(entry.getInt("v")).isEqualTo(1);
        assertThat(entry.getString("kind")).isEqualTo("act");
        assertThat(entry.getString("t")).isEqualTo("2026-11-21T16:00:00.123Z");
        assertThat(entry.getString("act")).isEqualTo("release.approve");
        assertThat(entry.getString("obj")).isEqualTo("study/NPO-2026-001/extract/3");
        assertThat(entry.getString("res")).isEqualTo("ok");
        assertThat(entry.getString("purpose")).isEqualTo("urn:schakel:verwerking:vrijgeven:1");
        assertThat(entry.getString("trace"))
                .isEqualTo(InMemoryAuditTrail.ORIGIN.trace().traceId());
        assertThat(entry.getString("org")).isEqualTo("test/192.0.2.0");
        assertThat(entry.isNull("sub")).isTrue();
        assertThat(entry.isNull("priv")).isTrue();
    }

    @Test
    default void the_text_is_canonical() throws Exception {
        LoggedEntry entry = one(approval().on("extract/3").about(PUPIL).detail("rows", 12));
        assertThat(new JsonCanonicalizer(entry.text()).getEncodedString()).isEqualTo(entry.text());
    }

    @Test
    default void identifier_and_moment_of_row_and_text_agree() throws Exception {
        LoggedEntry entry = one(approval());
        assertThat(json(entry).getString("id")).isEqualTo(entry.id().value().toString());
        assertThat(entry.id().value().version()).isEqualTo(7);
        assertThat(entry.t()).isEqualTo(NOW);
        assertThat(entry.kind()).isEqualTo("act");
    }

    @Test
    default void people_stand_in_it_by_keyed_hash_only() throws Exception {
        String text = one(approval().about(PUPIL)).text();
        String person = java.util.HexFormat.of().formatHex(PUPIL.bytes());
        assertThat(text).doesNotContain(STAFF.value().toString()).doesNotContain(person);
        assertThat(json(one(approval().about(PUPIL))).getString("actor")).matches("[0-9a-f]{64}");
        assertThat(json(one(approval().about(PUPIL))).getString("sub")).matches("[0-9a-f]{64}");
    }

    @Test
    default void the_same_colleague_has_one_hash_in_a_school_year_and_another_in_the_next() throws Exception {
        Clock summer = Clock.fixed(Instant.parse("2027-07-31T21:59:59Z"), ZoneOffset.UTC);
        Clock autumn = Clock.fixed(Instant.parse("2027-07-31T22:00:00Z"), ZoneOffset.UTC);
        String first = json(one(approval())).getString("actor");
        assertThat(json(append(Zone.COLD, summer, approval()).get(0)).getString("actor"))
                .isEqualTo(first);
        assertThat(json(append(Zone.COLD, autumn, approval()).get(0)).getString("actor"))
                .isNotEqualTo(first);
    }

    @Test
    default void details_stand_beside_the_entry_and_the_entry_commits_to_them() throws Exception {
        LoggedEntry entry = one(approval().detail("rows", 12).detail("brin", "99ZZ"));
        LoggedEntry.PrivatePart priv = entry.priv().orElseThrow();
        assertThat(entry.text()).doesNotContain("99ZZ").doesNotContain("rows");
        assertThat(priv.text()).isEqualTo("{\"brin\":\"99ZZ\",\"rows\":12}");
        assertThat(json(entry).getString("priv")).isEqualTo(EntryWriter.commitment(priv));
    }

    @Test
    default void equal_details_have_different_commitments() throws Exception {
        String first = json(one(approval().detail("rows", 12))).getString("priv");
        assertThat(json(one(approval().detail("rows", 12))).getString("priv")).isNotEqualTo(first);
    }

    @Test
    default void every_zone_may_append() throws Exception {
        for (Zone zone : Zone.values()) {
            assertThat(append(zone, Clock.fixed(NOW, ZoneOffset.UTC), approval()))
                    .hasSize(1);
        }
    }

    @Test
    default void identifiers_follow_time() throws Exception {
        LoggedEntry before = one(approval());
        LoggedEntry after = append(Zone.COLD, Clock.fixed(NOW.plusMillis(1), ZoneOffset.UTC), approval())
                .get(0);
        assertThat(before.id().value().toString()).isLessThan(after.id().value().toString());
    }

    @Test
    default void several_entries_of_one_transaction_are_all_there() throws Exception {
        assertThat(append(Zone.LINK, Clock.fixed(NOW, ZoneOffset.UTC), approval(), approval(), approval()))
                .hasSize(3);
    }

    @Test
    default void nobody_and_the_service_itself_have_no_actor() throws Exception {
        AuditEntry nobody = AuditEntry.byNobody("account.sign-in", ProcessingActivity.ADMINISTER_ACCOUNTS)
                .ended(AuditEntry.Result.DENIED);
        assertThat(json(one(nobody)).isNull("actor")).isTrue();
        assertThat(json(one(nobody)).getString("res")).isEqualTo("denied");
        AuditEntry system = AuditEntry.bySystem("startup.begin", ProcessingActivity.OPERATE);
        assertThat(json(one(system)).getString("kind")).isEqualTo("sys");
    }

    /** Whether the text is what the independent implementation makes of it. */
    static boolean canonical(String text) throws IOException {
        byte[] encoded = new JsonCanonicalizer(text).getEncodedUTF8();
        return text.equals(new String(encoded, StandardCharsets.UTF_8));
    }

    @Test
    default void a_name_that_could_hold_anything_is_refused() {
        assertThatThrownBy(() -> approval().on("pupil/Jan de Vries")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> approval().on("Pupil/1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> approval().on("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> approval().on("a/" + "b".repeat(300))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AuditEntry.bySystem("begin", ProcessingActivity.OPERATE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AuditEntry.bySystem("startup.Begin", ProcessingActivity.OPERATE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> approval().detail("rows", 1L << 53)).isInstanceOf(IllegalArgumentException.class);
    }
}
