package nl.schakel.pseudonym.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import nl.schakel.audit.Role;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.CeremonyRefused;
import nl.schakel.pseudonym.ConfirmKeyStep;
import nl.schakel.pseudonym.Holder;
import nl.schakel.pseudonym.KeyId;
import nl.schakel.pseudonym.KeyState;
import nl.schakel.pseudonym.KeyStep;
import nl.schakel.pseudonym.PseudonymRefused;
import nl.schakel.pseudonym.SeeKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What steps of key care do to whole holders, and what they refuse for what the service uses. */
class KeyHoldersTest extends KeyCareWorld {
    @Test
    void another_copy_of_a_destroyed_key_is_destroyed_as_well_and_the_key_is_never_made_again() throws Exception {
        confirmed("aanmaken", Map.of(key, checkValue));
        confirmed("vernietigen", Map.of(key, ""));
        confirmed("vernietigen", Map.of(key, ""));
        assertState(key, KeyState.DESTROYED);
        assertThatThrownBy(() -> propose(first, "aanmaken", Map.of(key, checkValue)))
                .isInstanceOf(CeremonyRefused.WrongState.class);
    }

    @Test
    void a_destroyed_key_is_not_recognized_when_a_store_is_opened() throws Exception {
        PostgresKnownKeys known = new PostgresKnownKeys(TestPostgres.database(null), clock);
        confirmed("aanmaken", Map.of(key, checkValue));
        assertThat(known.recognizes(key, checkValue)).isTrue();
        confirmed("vernietigen", Map.of(key, ""));
        assertThat(known.recognizes(key, checkValue)).isFalse();
    }

    @Test
    void another_log_key_takes_the_name_of_one_that_leaked_and_of_no_other() throws Exception {
        PostgresKnownKeys known = new PostgresKnownKeys(TestPostgres.database(null), clock);
        String fresh = "ee".repeat(32);
        try {
            assertThat(known.recognizes("checkpoint", "aa".repeat(32))).isTrue();
            assertState("checkpoint", KeyState.ACTIVE);
            assertThatThrownBy(() -> propose(logFirst, "aanmaken", Map.of("checkpoint", fresh)))
                    .isInstanceOf(CeremonyRefused.OtherKey.class);
            confirm(propose(logFirst, "gelekt-melden", Map.of("checkpoint", "")), logSecond);
            assertThat(known.recognizes("checkpoint", "aa".repeat(32))).isTrue();
            confirm(propose(logFirst, "aanmaken", Map.of("checkpoint", fresh)), logSecond);
            assertState("checkpoint", KeyState.PRE_ACTIVE);
            assertThat(known.recognizes("checkpoint", "aa".repeat(32))).isFalse();
            assertThat(known.recognizes("checkpoint", fresh)).isTrue();
        } finally {
            try (var connection = TestPostgres.superuser();
                    var statement = connection.createStatement()) {
                statement.execute("delete from pseudonym.key_check where key_id = 'checkpoint'");
                statement.execute("delete from pseudonym.key_state where key_id = 'checkpoint'");
            }
        }
    }

    @Test
    void suspending_and_resuming_a_holder_moves_its_keys_and_nobody_elses() throws Exception {
        inUse(key);
        confirm(propose(first, "schorsen", Map.of()));
        assertState(KeyState.SUSPENDED);
        assertThat(view().holders())
                .filteredOn(SeeKeys.HolderView::suspended)
                .extracting(SeeKeys.HolderView::holder)
                .containsExactly(Holder.B);
        assertThatThrownBy(() -> propose(first, "schorsen", Map.of()))
                .isInstanceOf(CeremonyRefused.WrongHolderState.class);
        assertThat(reopened).isEmpty();
        confirm(propose(first, "hervatten", Map.of()));
        assertState(KeyState.ACTIVE);
        assertThat(renewed).containsExactly(Holder.B);
        assertThat(reopened).containsExactly(Holder.B);
        assertThatThrownBy(() -> propose(first, "hervatten", Map.of()))
                .isInstanceOf(CeremonyRefused.WrongHolderState.class);
    }

    @Test
    void only_resuming_lifts_what_made_a_holder_unusable() throws Exception {
        inUse(key);
        held.put(key, checkValue);
        confirmed("controleren", Map.of(key, checkValue));
        confirmed("splitsen", Map.of(key, checkValue));
        confirmed("herstellen", Map.of(key, checkValue));
        confirmed("buiten-gebruik-stellen", Map.of(key, ""));
        assertThat(renewed).isEmpty();
        assertThat(reopened).isEmpty();
    }

    @Test
    void a_leaked_key_that_is_in_use_suspends_its_holder_at_once() throws Exception {
        String other = "research/" + (100_000 + RANDOM.nextInt(800_000));
        inUse(key);
        inUse(other);
        confirmed("gelekt-melden", Map.of(key, ""));
        assertState(KeyState.COMPROMISED);
        assertState(other, KeyState.SUSPENDED);
        assertThat(view().holders())
                .filteredOn(SeeKeys.HolderView::suspended)
                .extracting(SeeKeys.HolderView::holder)
                .containsExactly(Holder.B);
        assertThat(renewed).containsExactly(Holder.B);
        confirmed("gelekt-melden", Map.of(other, ""));
        confirmed("hervatten", Map.of());
        assertState(KeyState.COMPROMISED);
        assertState(other, KeyState.COMPROMISED);
    }

    @Test
    void a_leaked_key_that_is_not_in_use_suspends_nobody() throws Exception {
        confirmed("aanmaken", Map.of(key, checkValue));
        confirmed("gelekt-melden", Map.of(key, ""));
        assertThat(view().holders()).noneMatch(SeeKeys.HolderView::suspended);
    }

    @Test
    void of_two_steps_confirmed_at_once_the_later_one_sees_what_the_first_changed() throws Exception {
        inUse(key);
        KeyStep leaked = propose(first, "gelekt-melden", Map.of(key, ""));
        KeyStep ended = propose(first, "buiten-gebruik-stellen", Map.of(key, ""));
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> late = TestPostgres.inTransaction(Zone.LINK, () -> {
                new ConfirmKeyStep(settle(), stores()).confirm(second, leaked.id());
                Future<?> begun = other.submit(() -> {
                    confirm(ended);
                    return true;
                });
                awaitWaiting();
                return begun;
            });
            assertThatThrownBy(() -> late.get(30, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(CeremonyRefused.WrongState.class);
        } finally {
            other.shutdownNow();
        }
        assertState(KeyState.COMPROMISED);
    }

    private static void awaitWaiting() throws Exception {
        try (var connection = TestPostgres.superuser();
                var statement = connection.prepareStatement("select pg_sleep(0.02), (select count(*) from pg_locks"
                        + " where not granted and locktype = 'advisory')")) {
            for (int round = 0; round < 1_000; round++) {
                try (var row = statement.executeQuery()) {
                    row.next();
                    if (row.getLong(2) > 0) {
                        return;
                    }
                }
            }
        }
        throw new IllegalStateException("the second step does not wait for the first");
    }

    @Test
    void the_log_cannot_be_suspended() {
        assertThatThrownBy(() -> propose(custodian(Role.CUSTODIAN_LOG), "schorsen", Map.of()))
                .isInstanceOf(CeremonyRefused.WrongHolderState.class);
    }

    @ParameterizedTest
    @CsvSource({"CUSTODIAN_B, research/2", "CUSTODIAN_B, research/17"})
    void a_later_key_that_the_service_does_not_use_yet_is_not_put_in_use(Role role, String later) {
        assertThatThrownBy(() -> propose(custodian(role), "activeren", Map.of(later, "")))
                .isInstanceOfSatisfying(CeremonyRefused.NotAStep.class, refused -> assertThat(refused.faults())
                        .extracting(fault -> fault.rule())
                        .containsExactly("KS-06"));
    }

    @ParameterizedTest
    @CsvSource({"splitsen", "herstellen"})
    void a_copy_of_another_key_than_the_known_one_is_refused(String act) throws Exception {
        confirmed("aanmaken", Map.of(key, checkValue));
        confirmed(act, Map.of(key, checkValue));
        assertThatThrownBy(() -> propose(first, act, Map.of(key, "0000000000000000")))
                .isInstanceOf(CeremonyRefused.OtherKey.class);
        String unknown = "research/" + (100_000 + RANDOM.nextInt(800_000));
        confirmed(act, Map.of(key, checkValue, unknown, checkValue));
    }

    @Test
    void a_suspended_holder_is_not_rotated() throws Exception {
        String link = "link/" + (100_000 + RANDOM.nextInt(800_000));
        confirmed("aanmaken", Map.of(link, checkValue));
        held.put(link, checkValue);
        KeyStep before = propose(first, "roteren", Map.of(link, ""));
        confirmed("schorsen", Map.of());
        assertThatThrownBy(() -> confirm(before)).isInstanceOf(CeremonyRefused.WrongHolderState.class);
        assertThatThrownBy(() -> propose(first, "roteren", Map.of(link, "")))
                .isInstanceOf(CeremonyRefused.WrongHolderState.class);
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
}
