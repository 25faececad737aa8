package nl.schakel.pseudonym.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.Role;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.CeremonyRefused;
import nl.schakel.pseudonym.Holder;
import nl.schakel.pseudonym.KeyId;
import nl.schakel.pseudonym.KeyState;
import nl.schakel.pseudonym.KeyStep;
import nl.schakel.pseudonym.KeyWish;
import nl.schakel.pseudonym.LostPersons;
import nl.schakel.pseudonym.PseudonymRefused;
import nl.schakel.pseudonym.StepMinutes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The use cases of key care over the real tables. */
class KeyCareTest extends KeyCareWorld {
    @Test
    void a_key_lives_from_its_making_to_its_destruction_by_pairs_of_custodians() throws Exception {
        confirm(propose(logFirst, "aanmaken", Map.of(logKey, checkValue)), logSecond);
        assertState(logKey, KeyState.PRE_ACTIVE);
        held.put(logKey, checkValue);
        confirm(propose(logFirst, "activeren", Map.of(logKey, "")), logSecond);
        assertState(logKey, KeyState.ACTIVE);
        confirm(propose(logSecond, "buiten-gebruik-stellen", Map.of(logKey, "")), logFirst);
        assertState(logKey, KeyState.DEACTIVATED);
        confirm(propose(logFirst, "gelekt-melden", Map.of(logKey, "")), logSecond);
        assertState(logKey, KeyState.COMPROMISED);
        confirm(propose(logFirst, "vernietigen", Map.of(logKey, "")), logSecond);
        assertState(logKey, KeyState.DESTROYED);
        assertThat(entries).hasSize(10).allSatisfy(entry -> {
            assertThat(entry.kind()).isEqualTo(AuditEntry.Kind.KEY);
            assertThat(entry.details()).containsEntry("keys", logKey).doesNotContainValue(checkValue);
        });
        assertThat(entries).extracting(AuditEntry::act).contains("key.propose", "key.confirm");
        assertThat(renewed).containsExactly(Holder.LOG, Holder.LOG);
        assertThat(reopened).isEmpty();
    }

    @Test
    void nothing_changes_until_another_custodian_confirms() throws Exception {
        KeyStep step = propose(first, "aanmaken", Map.of(key, checkValue));
        assertThat(states()).doesNotContainKey(new KeyId(key));
        assertThatThrownBy(() -> confirm(step, first)).isInstanceOf(CeremonyRefused.SameCustodian.class);
        assertThatThrownBy(() -> confirm(step, custodian(Role.CUSTODIAN_A)))
                .isInstanceOf(CeremonyRefused.UnknownStep.class);
        assertThat(states()).doesNotContainKey(new KeyId(key));
        assertThat(reopened).isEmpty();
        confirm(step);
        assertThatThrownBy(() -> confirm(step)).isInstanceOf(CeremonyRefused.AlreadySettled.class);
    }

    @Test
    void the_second_custodian_has_a_day() throws Exception {
        KeyStep step = propose(first, "aanmaken", Map.of(key, checkValue));
        clock = Clock.fixed(NOW.plus(Duration.ofHours(24)), ZoneOffset.UTC);
        assertThatThrownBy(() -> confirm(step)).isInstanceOf(CeremonyRefused.Expired.class);
        clock = Clock.fixed(NOW.plus(Duration.ofHours(24)).minusMillis(1), ZoneOffset.UTC);
        confirm(step);
        assertState(KeyState.PRE_ACTIVE);
    }

    @Test
    void a_rejected_step_has_no_effect_and_cannot_be_confirmed() throws Exception {
        KeyStep step = propose(first, "aanmaken", Map.of(key, checkValue));
        TestPostgres.inTransaction(Zone.LINK, () -> settle().reject(second, step.id()));
        assertThatThrownBy(() -> confirm(step)).isInstanceOf(CeremonyRefused.AlreadySettled.class);
        assertThat(states()).doesNotContainKey(new KeyId(key));
    }

    @Test
    void a_rehearsal_is_recorded_as_one_and_changes_nothing() throws Exception {
        KeyWish wish = new KeyWish("vernietigen", Map.of("link/1", ""), true);
        KeyStep step = TestPostgres.inTransaction(Zone.LINK, () -> proposing().propose(first, wish));
        confirm(step);
        assertThat(entries).allSatisfy(entry -> assertThat(entry.object()).startsWith("key-rehearsal/"));
        assertThat(reopened).isEmpty();
    }

    @Test
    void keys_that_are_still_needed_are_not_destroyed_or_put_out_of_use() throws Exception {
        confirmed("aanmaken", Map.of(key, checkValue));
        assertThatThrownBy(() -> propose(first, "vernietigen", Map.of(key, "", "research/1", "")))
                .isInstanceOf(CeremonyRefused.class);
        Actor log = custodian(Role.CUSTODIAN_LOG);
        String year = "subject/2001";
        KeyStep made = propose(log, "aanmaken", Map.of(year, checkValue));
        confirm(made, custodian(Role.CUSTODIAN_LOG));
        assertThatThrownBy(() -> propose(log, "vernietigen", Map.of(year, "")))
                .isInstanceOf(CeremonyRefused.StillNeeded.class);
    }

    @Test
    void check_values_are_compared_with_the_services_store() throws Exception {
        held.put(key, checkValue);
        confirm(propose(first, "controleren", Map.of(key, checkValue)));
        KeyStep wrong = propose(first, "controleren", Map.of(key, "0000000000000000"));
        assertThatThrownBy(() -> confirm(wrong))
                .isInstanceOfSatisfying(CeremonyRefused.Differ.class, refused -> assertThat(refused.facts())
                        .containsEntry("sleutels", List.of(key)));
        KeyStep missing = propose(first, "controleren", Map.of("research/99999", checkValue));
        assertThatThrownBy(() -> confirm(missing)).isInstanceOf(CeremonyRefused.Differ.class);
    }

    @Test
    void a_key_comes_into_use_only_when_it_lies_in_the_services_store() throws Exception {
        confirm(propose(logFirst, "aanmaken", Map.of(logKey, checkValue)), logSecond);
        KeyStep step = propose(logFirst, "activeren", Map.of(logKey, ""));
        assertThatThrownBy(() -> confirm(step, logSecond)).isInstanceOf(CeremonyRefused.Differ.class);
        assertState(logKey, KeyState.PRE_ACTIVE);
    }

    @Test
    void minutes_of_a_step_stand_in_its_entry() throws Exception {
        KeyWish wish = minuted("aanmaken", new StepMinutes("2026-11-20T09:00:00Z", List.of("Jan", "Els de Wit")));
        TestPostgres.inTransaction(Zone.LINK, () -> proposing().propose(first, wish));
        assertThat(entries).singleElement().satisfies(entry -> assertThat(entry.details())
                .containsEntry("minutedAt", "2026-11-20T09:00:00Z")
                .containsEntry("minutedBy", "Jan en Els de Wit"));
    }

    @ParameterizedTest
    @CsvSource({
        "vernietigen, 2026-11-20T09:00:00Z, Jan, Els",
        "controleren, 2026-11-20T09:00:00Z, Jan, Els",
        "herstellen, 2026-11-20T09:00:00Z, Jan, Els",
        "aanmaken, 2026-11-22T10:00:01Z, Jan, Els",
        "aanmaken, 2026-11-20, Jan, Els",
        "aanmaken, '', Jan, Els",
        "aanmaken, 2026-11-20T09:00:00Z, Jan, Jan",
        "aanmaken, 2026-11-20T09:00:00Z, Jan, ''",
        "aanmaken, 2026-11-20T09:00:00Z, Jan, <b>",
        "aanmaken, 2026-11-20T09:00:00Z, Jan, Els en Bo"
    })
    void minutes_of_other_steps_or_without_two_names_are_refused(String act, String at, String one, String two) {
        KeyWish wish = minuted(act, new StepMinutes(at, List.of(one, two)));
        assertThatThrownBy(() ->
                        TestPostgres.inTransaction(Zone.LINK, () -> proposing().propose(first, wish)))
                .isInstanceOfSatisfying(CeremonyRefused.NotAStep.class, refused -> assertThat(refused.faults())
                        .extracting(fault -> fault.rule())
                        .containsExactly("KS-07"));
    }

    @Test
    void a_name_is_never_given_to_a_second_key() throws Exception {
        confirmed("aanmaken", Map.of(key, checkValue));
        confirmed("aanmaken", Map.of(key, checkValue));
        assertThatThrownBy(() -> propose(first, "aanmaken", Map.of(key, "0000000000000000")))
                .isInstanceOf(CeremonyRefused.OtherKey.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|research/7|0011223344556677|KS-01",
                "wissen|research/7|0011223344556677|KS-01",
                "AANMAKEN|research/7|0011223344556677|KS-01",
                "schorsen|research/7|''|KS-02",
                "aanmaken|''|''|KS-03",
                "aanmaken|research/7|''|KS-04",
                "aanmaken|research/7|00112233445566|KS-04",
                "aanmaken|research/7|001122334455667G|KS-04",
                "aanmaken|research/7|00112233445566AA|KS-04",
                "aanmaken|oprf|0011223344556677|KS-03",
                "aanmaken|subject/2026|0011223344556677|KS-03",
                "aanmaken|research/0|0011223344556677|KS-03",
                "vernietigen|geheim|''|KS-03"
            })
    void what_is_no_step_is_refused_with_everything_that_is_wrong(String act, String id, String value, String rules) {
        assertThatThrownBy(() -> propose(first, act, Map.of(id, value)))
                .isInstanceOfSatisfying(CeremonyRefused.NotAStep.class, refused -> assertThat(refused.faults())
                        .extracting(fault -> fault.rule())
                        .containsExactly(rules.split(" ")));
    }

    @Test
    void a_step_names_a_key_unless_it_is_about_the_holder() {
        assertThatThrownBy(() -> propose(first, "vernietigen", Map.of())).isInstanceOf(CeremonyRefused.NotAStep.class);
    }

    @ParameterizedTest
    @CsvSource({"STEWARD", "RESEARCHER", "PRIVACY_OFFICER", "OPERATOR"})
    void nobody_else_proposes_confirms_or_looks(Role role) throws Exception {
        KeyStep step = propose(first, "aanmaken", Map.of(key, checkValue));
        Actor other = custodian(role);
        assertThatThrownBy(() -> propose(other, "aanmaken", Map.of(key, checkValue)))
                .isInstanceOf(AuditRefused.NotAllowed.class);
        assertThatThrownBy(() -> confirm(step, other)).isInstanceOf(AuditRefused.NotAllowed.class);
        assertThatThrownBy(() -> seeing().keys(other, true)).isInstanceOf(AuditRefused.NotAllowed.class);
    }

    @Test
    void a_change_of_series_is_opened_with_one_linkage_key_and_only_holder_b_opens_and_closes() throws Exception {
        assertThatThrownBy(() -> propose(first, "openen", Map.of("research/1", "")))
                .isInstanceOf(CeremonyRefused.NotAStep.class);
        assertThatThrownBy(() -> propose(first, "openen", Map.of())).isInstanceOf(CeremonyRefused.NotAStep.class);
        assertThatThrownBy(() -> propose(first, "sluiten", Map.of("link/1", "")))
                .isInstanceOf(CeremonyRefused.NotAStep.class);
        assertThatThrownBy(() -> proposeClosing(custodian(Role.CUSTODIAN_A), 0, 0))
                .isInstanceOf(CeremonyRefused.WrongHolderState.class);
        assertThatThrownBy(() -> propose(custodian(Role.CUSTODIAN_A), "openen", Map.of("oprf/2", "")))
                .isInstanceOf(CeremonyRefused.NotAStep.class);
        KeyStep step = proposeClosing(first, 0, 0);
        assertThatThrownBy(() -> confirm(step)).isInstanceOf(PseudonymRefused.NotChanged.class);
        assertThat(view().unseen()).isEmpty();
    }

    @Test
    void a_change_is_closed_only_with_the_numbers_that_were_seen_and_not_while_the_holder_is_suspended()
            throws Exception {
        assertThatThrownBy(() -> propose(first, "sluiten", Map.of()))
                .isInstanceOfSatisfying(CeremonyRefused.NotAStep.class, refused -> assertThat(refused.faults())
                        .extracting(fault -> fault.rule())
                        .containsExactly("KS-08"));
        KeyStep step = proposeClosing(first, 7, 2);
        assertThat(seen(step).terms().loses()).contains(new LostPersons(7, 2));
        confirmed("schorsen", Map.of());
        assertThatThrownBy(() -> confirm(step)).isInstanceOf(CeremonyRefused.WrongHolderState.class);
        assertThatThrownBy(() -> proposeClosing(first, 7, 2)).isInstanceOf(CeremonyRefused.WrongHolderState.class);
    }

    @Test
    void a_proposal_to_open_says_which_keys_it_puts_in_force_and_a_key_not_put_in_use_is_not_passed_over()
            throws Exception {
        String link = "link/" + (100_000 + RANDOM.nextInt(800_000));
        String oprf = "oprf/" + (100_000 + RANDOM.nextInt(800_000));
        confirmed("aanmaken", Map.of(link, checkValue));
        KeyStep chain = propose(first, "openen", Map.of(link, ""));
        assertThat(seen(chain).terms().becomes()).containsExactly(new KeyId(link));
        try {
            known(oprf, "PRE_ACTIVE");
            assertThatThrownBy(() -> propose(first, "openen", Map.of(link, "")))
                    .isInstanceOfSatisfying(CeremonyRefused.WrongState.class, refused -> assertThat(refused.facts())
                            .containsEntry("sleutel", oprf));
            known(oprf, "ACTIVE");
            KeyStep both = propose(first, "openen", Map.of(link, ""));
            assertThat(seen(both).terms().becomes())
                    .containsExactly(new KeyId(oprf), new KeyId("token"), new KeyId(link));
        } finally {
            known(oprf, "DEACTIVATED");
        }
    }

    private KeyStep seen(KeyStep proposed) throws Exception {
        return TestPostgres.inTransaction(Zone.LINK, () -> seeing().steps(first)).stream()
                .filter(step -> step.id().equals(proposed.id()))
                .findFirst()
                .orElseThrow();
    }

    private void known(String id, String state) throws Exception {
        try (var connection = TestPostgres.superuser();
                var statement = connection.createStatement()) {
            statement.execute("insert into pseudonym.key_state values ('" + id + "', '" + checkValue + "', '" + state
                    + "', '2026-11-22T10:00:00Z') on conflict (key_id) do update set state = excluded.state");
        }
    }

    @Test
    void the_next_rotation_is_a_year_after_the_newest_linkage_key_came_into_use() throws Exception {
        try (var connection = TestPostgres.superuser();
                var statement = connection.createStatement()) {
            statement.execute("insert into pseudonym.key_state values ('link/999999', '" + checkValue
                    + "', 'ACTIVE', '2026-11-22T10:00:00Z')");
            assertThat(view().nextRotation()).contains(Instant.parse("2027-11-22T10:00:00Z"));
            statement.execute("delete from pseudonym.key_state where key_id = 'link/999999'");
        }
    }
}
