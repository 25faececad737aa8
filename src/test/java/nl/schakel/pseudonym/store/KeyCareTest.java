package nl.schakel.pseudonym.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.CeremonyRefused;
import nl.schakel.pseudonym.ConfirmKeyStep;
import nl.schakel.pseudonym.HeldStores;
import nl.schakel.pseudonym.Holder;
import nl.schakel.pseudonym.KeyId;
import nl.schakel.pseudonym.KeyRules;
import nl.schakel.pseudonym.KeyState;
import nl.schakel.pseudonym.KeyStep;
import nl.schakel.pseudonym.KeyWish;
import nl.schakel.pseudonym.KeyedValues;
import nl.schakel.pseudonym.NextLayers;
import nl.schakel.pseudonym.ProposeKeyStep;
import nl.schakel.pseudonym.PseudonymRefused;
import nl.schakel.pseudonym.RotateLinkKey;
import nl.schakel.pseudonym.SeeKeys;
import nl.schakel.pseudonym.SettleKeyStep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The use cases of key care over the real tables. */
class KeyCareTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Random RANDOM = new Random(3);

    private final Actor first = custodian(Role.CUSTODIAN_B);
    private final Actor second = custodian(Role.CUSTODIAN_B);
    private final List<AuditEntry> entries = new ArrayList<>();
    private final Map<String, String> held = new HashMap<>();
    private final List<Holder> reopened = new ArrayList<>();
    private final String key = "research/" + (100_000 + RANDOM.nextInt(800_000));
    private final String checkValue = String.format("%016x", RANDOM.nextLong());
    private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    @AfterEach
    void nobody_is_suspended_afterwards() throws Exception {
        try (var connection = TestPostgres.superuser();
                var statement = connection.createStatement()) {
            statement.execute("delete from pseudonym.holder_state");
        }
    }

    @Test
    void a_key_lives_from_its_making_to_its_destruction_by_pairs_of_custodians() throws Exception {
        confirm(propose(first, "aanmaken", Map.of(key, checkValue)));
        assertState(KeyState.PRE_ACTIVE);
        held.put(key, checkValue);
        confirm(propose(first, "activeren", Map.of(key, "")));
        assertState(KeyState.ACTIVE);
        confirm(propose(second, "buiten-gebruik-stellen", Map.of(key, "")), first);
        assertState(KeyState.DEACTIVATED);
        confirm(propose(first, "gelekt-melden", Map.of(key, "")));
        assertState(KeyState.COMPROMISED);
        confirm(propose(first, "vernietigen", Map.of(key, "")));
        assertState(KeyState.DESTROYED);
        assertThat(entries).hasSize(10).allSatisfy(entry -> {
            assertThat(entry.kind()).isEqualTo(AuditEntry.Kind.KEY);
            assertThat(entry.details()).containsEntry("keys", key).doesNotContainValue(checkValue);
        });
        assertThat(entries).extracting(AuditEntry::act).contains("key.propose", "key.confirm");
        assertThat(reopened).hasSize(5).containsOnly(Holder.B);
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
    void suspending_and_resuming_a_holder_moves_its_keys_and_nobody_elses() throws Exception {
        confirm(propose(first, "aanmaken", Map.of(key, checkValue)));
        held.put(key, checkValue);
        confirm(propose(first, "activeren", Map.of(key, "")));
        confirm(propose(first, "schorsen", Map.of()));
        assertState(KeyState.SUSPENDED);
        assertThat(view().holders())
                .filteredOn(SeeKeys.HolderView::suspended)
                .extracting(SeeKeys.HolderView::holder)
                .containsExactly(Holder.B);
        assertThatThrownBy(() -> propose(first, "schorsen", Map.of()))
                .isInstanceOf(CeremonyRefused.WrongHolderState.class);
        confirm(propose(first, "hervatten", Map.of()));
        assertState(KeyState.ACTIVE);
        assertThatThrownBy(() -> propose(first, "hervatten", Map.of()))
                .isInstanceOf(CeremonyRefused.WrongHolderState.class);
    }

    @Test
    void the_log_cannot_be_suspended() {
        assertThatThrownBy(() -> propose(custodian(Role.CUSTODIAN_LOG), "schorsen", Map.of()))
                .isInstanceOf(CeremonyRefused.WrongHolderState.class);
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
        confirmed("aanmaken", Map.of(key, checkValue));
        KeyStep step = propose(first, "activeren", Map.of(key, ""));
        assertThatThrownBy(() -> confirm(step)).isInstanceOf(CeremonyRefused.Differ.class);
        assertState(KeyState.PRE_ACTIVE);
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
        assertThatThrownBy(() -> new SeeKeys(register(), stores(), clock).keys(other))
                .isInstanceOf(AuditRefused.NotAllowed.class);
    }

    @Test
    void a_linkage_key_comes_into_use_by_rotation_alone_and_one_at_a_time() throws Exception {
        String link = "link/" + (100_000 + RANDOM.nextInt(800_000));
        confirmed("aanmaken", Map.of(link, checkValue));
        assertThatThrownBy(() -> propose(first, "activeren", Map.of(link, "")))
                .isInstanceOf(CeremonyRefused.NotAStep.class);
        assertThatThrownBy(() -> propose(first, "roteren", Map.of(link, "", "link/1", "")))
                .isInstanceOf(CeremonyRefused.NotAStep.class);
        assertThatThrownBy(() -> propose(first, "roteren", Map.of("research/1", "")))
                .isInstanceOf(CeremonyRefused.NotAStep.class);
        KeyStep step = propose(first, "roteren", Map.of(link, ""));
        assertThatThrownBy(() -> confirm(step)).isInstanceOf(CeremonyRefused.Differ.class);
        held.put(link, checkValue);
        assertThatThrownBy(() -> confirm(step)).isInstanceOf(PseudonymRefused.NotRotated.class);
        assertThat(states()).containsEntry(new KeyId(link), KeyState.PRE_ACTIVE);
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

    /** Rotation itself is another's test: here it refuses, as a generation that is not the next does. */
    private RotateLinkKey rotating() {
        NextLayers none = generation -> {
            throw new PseudonymRefused.NotRotated(PseudonymRefused.NotRotated.Reason.NOT_NEXT);
        };
        KeyedValues values = new KeyedValues() {
            @Override
            public int lock() {
                return 1;
            }

            @Override
            public List<Rewritten> rewrite(NextLayers.Layer layer, int next) {
                return List.of();
            }

            @Override
            public void putInForce(int next) {
                throw new UnsupportedOperationException();
            }
        };
        return new RotateLinkKey(none, values, (zone, entry) -> entries.add(entry));
    }

    private void confirmed(String act, Map<String, String> keys) throws Exception {
        confirm(propose(first, act, keys));
    }

    private KeyStep propose(Actor actor, String act, Map<String, String> keys) throws Exception {
        KeyWish wish = new KeyWish(act, keys, false);
        return TestPostgres.inTransaction(Zone.LINK, () -> proposing().propose(actor, wish));
    }

    private void confirm(KeyStep step) throws Exception {
        confirm(step, second);
    }

    private void confirm(KeyStep step, Actor actor) throws Exception {
        TestPostgres.inTransaction(Zone.LINK, () -> new ConfirmKeyStep(settle(), stores()).confirm(actor, step.id()));
    }

    private ProposeKeyStep proposing() {
        return new ProposeKeyStep(register(), new KeyRules(register(), stores(), clock), clock);
    }

    private SettleKeyStep settle() {
        return new SettleKeyStep(register(), new KeyRules(register(), stores(), clock), rotating(), clock);
    }

    private SeeKeys.View view() throws Exception {
        return TestPostgres.inTransaction(Zone.LINK, () -> new SeeKeys(register(), stores(), clock).keys(first));
    }

    private Map<KeyId, KeyState> states() throws Exception {
        Map<KeyId, KeyState> states = new HashMap<>();
        view().keys().forEach(known -> states.put(known.id(), known.state()));
        return states;
    }

    private void assertState(KeyState state) throws Exception {
        assertThat(states()).containsEntry(new KeyId(key), state);
    }

    private PostgresKeyRegister register() {
        Database database = TestPostgres.database(null);
        return new PostgresKeyRegister(database, (zone, entry) -> entries.add(entry), clock);
    }

    private HeldStores stores() {
        return new HeldStores() {
            @Override
            public Map<String, String> checkValues(Holder holder) {
                return held;
            }

            @Override
            public boolean available(Holder holder) {
                return true;
            }

            @Override
            public void reopen(Holder holder) {
                reopened.add(holder);
            }
        };
    }

    private static Actor custodian(Role role) {
        return new Actor(new StaffId(UUID.randomUUID()), Set.of(role), Optional.empty());
    }
}
