package nl.schakel.pseudonym.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.CeremonyRefused;
import nl.schakel.pseudonym.Holder;
import nl.schakel.pseudonym.KeyId;
import nl.schakel.pseudonym.KeySeries;
import nl.schakel.pseudonym.LostPersons;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.PseudonymRefused.NotChanged;
import nl.schakel.pseudonym.PseudonymRefused.NotRotated;
import nl.schakel.pseudonym.PseudonymRefused.Suspended;
import nl.schakel.pseudonym.RecordKeyRefusal;
import nl.schakel.pseudonym.RotateLinkKey;
import nl.schakel.pseudonym.SeriesInForce;
import org.junit.jupiter.api.Test;

/** What a change of keys asks of its custodians and of the keys, and what it leaves in the log. */
class ChangeRulesTest extends ChangeSeriesWorld {
    @Test
    void there_is_no_rotation_and_no_second_change_until_the_change_is_closed() throws Exception {
        rolledBack(() -> {
            world.admit(old);
            open();
            AuditTrail trail = (zone, entry) -> entries.add(entry);
            RotateLinkKey rotation = new RotateLinkKey(
                    keys.layers(), new PostgresKeyedValues(world.database()), trail, new RecordKeyRefusal(trail));
            refusedInside(() -> rotation.rotate(FIRST, SECOND, 3), NotRotated.class);
            refusedInside(() -> change().open(FIRST, SECOND, 3, CHAIN), NotChanged.class);
            List<PersonKey> persons = world.admit(open(NEW));
            close();
            assertThat(rotation.rotate(FIRST, SECOND, 3).rows()).isPositive();
            KeySeries rotated = new KeySeries(2, 2, 2, 3);
            assertThat(changes.inForce().present()).isEqualTo(rotated);
            assertThat(world.admit(closed(rotated))).isEqualTo(persons);
            return null;
        });
    }

    @Test
    void two_custodians_the_next_generation_and_an_open_change_are_needed() throws Exception {
        rolledBack(() -> {
            assertReason(NotChanged.Obstacle.SAME_PERSON, () -> change().open(FIRST, FIRST, 2, ALL_NEW));
            assertReason(NotChanged.Obstacle.SAME_PERSON, () -> change().close(FIRST, FIRST, ANY));
            assertThat(entries)
                    .extracting(entry -> entry.details().get("check"))
                    .containsOnly("zelfde-persoon");
            Actor operator = new Actor(new StaffId(UUID.randomUUID()), Set.of(Role.OPERATOR), Optional.empty());
            for (Actor[] two : new Actor[][] {{FIRST, operator}, {operator, SECOND}}) {
                assertThatThrownBy(() -> change().open(two[0], two[1], 2, ALL_NEW))
                        .isInstanceOf(AuditRefused.NotAllowed.class);
                assertThatThrownBy(() -> change().close(two[0], two[1], ANY))
                        .isInstanceOf(AuditRefused.NotAllowed.class);
            }
            assertThatThrownBy(() -> change().open(FIRST, SECOND, 4, CHAIN)).isInstanceOf(NotRotated.class);
            refusedInside(() -> change().open(FIRST, SECOND, 3, CHAIN), NotChanged.class);
            refusedInside(() -> change().close(FIRST, SECOND, ANY), NotChanged.class);
            return null;
        });
    }

    @Test
    void it_opens_only_where_the_store_of_holder_a_has_the_keys_of_both_series() throws Exception {
        rolledBack(() -> {
            for (String key : List.of("oprf", "token", "oprf/2", "token/2")) {
                Map<String, String> without = new TreeMap<>(keys.checkValuesOfA());
                without.remove(key);
                assertDiffers(key, without);
                Map<String, String> another = new TreeMap<>(keys.checkValuesOfA());
                another.put(key, "00".repeat(8));
                assertDiffers(key, another);
            }
            assertThatThrownBy(() -> change(keys.checkValuesOfA(), Set.of(Holder.A))
                            .open(FIRST, SECOND, 2, activated ? ALL_NEW : CHAIN))
                    .isInstanceOf(Suspended.class);
            assertThat(changes.inForce()).isEqualTo(new SeriesInForce(OLD, Optional.empty()));
            assertThat(entries).hasSize(9).allSatisfy(entry -> {
                assertThat(entry.act()).isEqualTo("key.open");
                assertThat(entry.result()).isEqualTo(AuditEntry.Result.DENIED);
                assertThat(entry.details()).containsKey("reason");
            });
            activated = false;
            change(
                            Map.of(
                                    "oprf", known("oprf"),
                                    "token", known("token")),
                            Set.of())
                    .open(FIRST, SECOND, 2, activated ? ALL_NEW : CHAIN);
            assertThat(changes.inForce().present()).isEqualTo(COMPACT);
            return null;
        });
    }

    @Test
    void other_keys_than_agreed_and_a_later_key_that_nobody_put_in_use_are_not_opened() throws Exception {
        rolledBack(() -> {
            assertReason(NotChanged.Obstacle.OTHER_KEYS, () -> change().open(FIRST, SECOND, 2, CHAIN));
            activated = false;
            assertReason(NotChanged.Obstacle.OTHER_KEYS, () -> change().open(FIRST, SECOND, 2, ALL_NEW));
            made = true;
            assertThatThrownBy(() -> change().open(FIRST, SECOND, 2, CHAIN))
                    .isInstanceOfSatisfying(CeremonyRefused.WrongState.class, refused -> assertThat(refused.facts())
                            .containsEntry("staat", "PRE_ACTIVE"));
            assertThat(changes.inForce()).isEqualTo(new SeriesInForce(OLD, Optional.empty()));
            return null;
        });
    }

    @Test
    void more_persons_than_stated_are_not_lost() throws Exception {
        rolledBack(() -> {
            admit(old.linkage(numbers(3)));
            LostPersons all = open().lost();
            LostPersons fewer = new LostPersons(all.persons() - 1, all.decided());
            statements.run("savepoint stated", PreparedStatement::execute);
            assertReason(NotChanged.Obstacle.MORE_LOST, () -> change().close(FIRST, SECOND, fewer));
            statements.run("rollback to savepoint stated", PreparedStatement::execute);
            assertThat(change().close(FIRST, SECOND, all).lost()).isEqualTo(all);
            return null;
        });
    }

    @Test
    void while_a_change_opens_a_step_of_holder_a_waits() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?>[] begun = new Future<?>[1];
            rolledBack(() -> {
                open();
                begun[0] = other.submit(() -> TestPostgres.inTransaction(Zone.LINK, () -> {
                    new PostgresKeyRegister(world.database(), (zone, entry) -> {}, CLOCK).hold(Holder.A);
                    return true;
                }));
                assertThatThrownBy(() -> begun[0].get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
                return null;
            });
            assertThat(begun[0].get(30, TimeUnit.SECONDS)).isEqualTo(true);
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void keys_are_needed_as_long_as_values_are_found_by_them() throws Exception {
        rolledBack(() -> {
            PostgresKeyRegister register = new PostgresKeyRegister(world.database(), (zone, entry) -> {}, CLOCK);
            Supplier<List<Boolean>> needed =
                    () -> List.of("oprf", "token", "link/1", "oprf/2", "token/2", "link/2").stream()
                            .map(id -> register.needed(new KeyId(id)))
                            .toList();
            assertThat(needed.get()).containsExactly(true, true, true, false, false, false);
            open();
            assertThat(needed.get()).containsExactly(true, true, true, true, true, true);
            close();
            assertThat(needed.get()).containsExactly(false, false, false, true, true, true);
            return null;
        });
    }

    @Test
    void both_custodians_stand_in_the_log_with_counts() throws Exception {
        rolledBack(() -> {
            open();
            close();
            assertThat(entries)
                    .extracting(AuditEntry::kind, AuditEntry::staff)
                    .containsExactly(
                            tuple(AuditEntry.Kind.KEY, Optional.of(FIRST.staff())),
                            tuple(AuditEntry.Kind.KEY, Optional.of(SECOND.staff())),
                            tuple(AuditEntry.Kind.KEY, Optional.of(FIRST.staff())),
                            tuple(AuditEntry.Kind.KEY, Optional.of(SECOND.staff())));
            return null;
        });
    }

    private static String known(String key) {
        return Objects.requireNonNull(keys.checkValuesOfA().get(key));
    }

    private void assertDiffers(String key, Map<String, String> held) {
        assertThatThrownBy(() -> change(held, Set.of()).open(FIRST, SECOND, 2, activated ? ALL_NEW : CHAIN))
                .isInstanceOfSatisfying(CeremonyRefused.Differ.class, refused -> assertThat(refused.facts())
                        .containsEntry("sleutels", List.of(key)));
    }

    /** A refusal by the database ends its transaction; a savepoint lets the test's go on. */
    private void refusedInside(Callable<?> change, Class<? extends RuntimeException> refusal) {
        statements.run("savepoint before", PreparedStatement::execute);
        assertThatThrownBy(change::call).isInstanceOf(refusal);
        statements.run("rollback to savepoint before", PreparedStatement::execute);
    }
}
