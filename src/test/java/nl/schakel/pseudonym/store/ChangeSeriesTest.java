package nl.schakel.pseudonym.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
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
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.Admission;
import nl.schakel.pseudonym.CeremonyRefused;
import nl.schakel.pseudonym.ChangeSeries;
import nl.schakel.pseudonym.HeldStores;
import nl.schakel.pseudonym.Holder;
import nl.schakel.pseudonym.KeyChanges.Unseen;
import nl.schakel.pseudonym.KeyId;
import nl.schakel.pseudonym.KeyRules;
import nl.schakel.pseudonym.KeySeries;
import nl.schakel.pseudonym.KeyState;
import nl.schakel.pseudonym.LostPersons;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.PseudonymRefused.KeysChanged;
import nl.schakel.pseudonym.PseudonymRefused.NotChanged;
import nl.schakel.pseudonym.PseudonymRefused.NotRotated;
import nl.schakel.pseudonym.PseudonymRefused.OtherSeries;
import nl.schakel.pseudonym.PseudonymRefused.Suspended;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pseudonym.RecordKeyRefusal;
import nl.schakel.pseudonym.RegisteredKey;
import nl.schakel.pseudonym.RotateLinkKey;
import nl.schakel.pseudonym.SeriesInForce;
import nl.schakel.pseudonym.Token;
import nl.schakel.pseudonym.crypto.DrawnKeys;
import nl.schakel.pupil.Pgn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes of the database that all tests share: every one is rolled back. */
class ChangeSeriesTest {
    private static final long SEED = 20261123;
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Actor FIRST = custodian();
    private static final Actor SECOND = custodian();
    private static final KeySeries OLD = KeySeries.beginning(1);
    private static final KeySeries NEW = new KeySeries(2, 2, 2, 2);
    private static final List<KeyId> CHAIN = List.of(new KeyId("link/2"));
    private static final List<KeyId> ALL_NEW = List.of(new KeyId("oprf/2"), new KeyId("token/2"), new KeyId("link/2"));
    private static final LostPersons ANY = new LostPersons(Long.MAX_VALUE, Long.MAX_VALUE);
    private static final KeySeries COMPACT = new KeySeries(1, 1, 2, 2);

    @SuppressWarnings("NullAway.Init")
    private static DrawnKeys keys;

    private final RotationWorld world = new RotationWorld(SEED);
    private final Statements statements = world.database().statements(Zone.LINK);
    private final PostgresKeyChanges changes = new PostgresKeyChanges(world.database());
    private final List<AuditEntry> entries = new ArrayList<>();
    private final Pseudonymizer old = keys.pseudonymizer(1);
    private boolean activated = true;
    private boolean made;

    @BeforeAll
    static void drawKeys(@TempDir Path folder) throws Exception {
        keys = new DrawnKeys(folder, 3);
    }

    private static Actor custodian() {
        return new Actor(new StaffId(UUID.randomUUID()), Set.of(Role.CUSTODIAN_B), Optional.empty());
    }

    private static Pseudonymizer open(KeySeries present) {
        return keys.pseudonymizer(new SeriesInForce(present, Optional.of(OLD)));
    }

    private static Pseudonymizer closed(KeySeries present) {
        return keys.pseudonymizer(new SeriesInForce(present, Optional.empty()));
    }

    @Test
    void after_a_full_delivery_every_number_and_key_finds_its_person_and_only_new_values_are_stored() throws Exception {
        world.deliver(old);
        try {
            for (KeySeries next : List.of(NEW, COMPACT)) {
                activated = next.equals(NEW);
                rolledBack(() -> {
                    List<PersonKey> persons = world.admit(old);
                    Unseen moved = open();
                    assertThat(changes.inForce()).isEqualTo(new SeriesInForce(next, Optional.of(OLD)));
                    assertThat(world.admit(open(next))).as("seed %d", SEED).isEqualTo(persons);
                    assertThat(changes.unseen(NOW).persons())
                            .isEqualTo(moved.persons() - RotationWorld.PERSONS * 2 / 3);
                    close();
                    assertThat(world.admit(closed(next))).isEqualTo(persons);
                    assertThat(world.delivered()).isEqualTo(world.expectedLocals(closed(next)));
                    assertThat(changes.inForce()).isEqualTo(new SeriesInForce(next, Optional.empty()));
                    assertThat(changes.unseen(NOW)).isEqualTo(new Unseen(0, 0, 0, 0, 0));
                    return null;
                });
            }
        } finally {
            world.forget();
        }
    }

    @Test
    void what_is_not_delivered_again_is_counted_keeps_its_person_and_is_a_second_one_afterwards() throws Exception {
        rolledBack(() -> {
            List<Pgn> numbers = numbers(40);
            List<PersonKey> before = admit(old.linkage(numbers));
            Unseen moved = open();
            List<Pgn> seen = numbers.subList(0, 30);
            assertThat(admit(open(NEW).linkage(seen))).isEqualTo(before.subList(0, 30));
            assertThat(changes.unseen(NOW).persons()).isEqualTo(moved.persons() - 30);
            assertThat(close().persons()).isEqualTo(moved.persons() - 30);
            List<PersonKey> after = admit(closed(NEW).linkage(numbers));
            assertThat(after.subList(0, 30)).isEqualTo(before.subList(0, 30));
            assertThat(after.subList(30, 40)).doesNotContainAnyElementsOf(before);
            assertThat(statements.number("select count(*) from pseudonym.person where p = any (?)", (Object)
                            before.stream().map(PersonKey::bytes).toArray(byte[][]::new)))
                    .isEqualTo(40);
            return null;
        });
    }

    @Test
    void blind_and_direct_find_the_same_persons_while_a_change_is_open_and_afterwards() throws Exception {
        rolledBack(() -> {
            List<Pgn> numbers = numbers(20);
            List<PersonKey> before = admit(old.linkage(numbers));
            open();
            Pseudonymizer both = open(NEW);
            List<Token> blind =
                    keys.evaluated(numbers, 2, 1).stream().map(both::linkage).toList();
            assertThat(blind).isEqualTo(both.linkage(numbers));
            assertThat(blind.stream().map(Token::earlier).toList())
                    .isEqualTo(
                            both.linkage(numbers).stream().map(Token::earlier).toList());
            assertThat(admit(blind)).isEqualTo(before);
            close();
            assertThat(admit(keys.evaluated(numbers, 2).stream()
                            .map(closed(NEW)::linkage)
                            .toList()))
                    .isEqualTo(before);
            return null;
        });
    }

    @Test
    void a_number_evaluated_under_one_series_only_is_refused_while_a_change_is_open() {
        List<Pgn> one = numbers(1);
        for (int[] versions : new int[][] {{1}, {2}}) {
            assertThatThrownBy(() ->
                            open(NEW).linkage(keys.evaluated(one, versions).get(0)))
                    .isInstanceOf(OtherSeries.class);
        }
        assertThatThrownBy(() -> closed(NEW).linkage(keys.evaluated(one, 1).get(0)))
                .isInstanceOf(OtherSeries.class);
        assertThat(open(COMPACT).linkage(keys.evaluated(one, 1).get(0)))
                .isEqualTo(open(COMPACT).linkage(one.get(0)));
    }

    @Test
    void a_numbered_person_not_seen_again_is_not_merged_into_another_by_a_local_key() throws Exception {
        rolledBack(() -> {
            List<Pgn> numbers = numbers(2);
            Token localOld = world.localOf(old, 1);
            PersonKey first = admitBoth(old.linkage(numbers.get(0)), localOld);
            open();
            Pseudonymizer both = open(NEW);
            Token local = world.localOf(both, 1);
            PersonKey second = admitBoth(both.linkage(numbers.get(1)), local);
            assertThat(second).isNotEqualTo(first);
            assertThat(admit(List.of(both.linkage(numbers.get(0))))).containsExactly(first);
            return null;
        });
    }

    @Test
    void values_of_the_earlier_series_alone_are_refused_while_a_change_is_open() throws Exception {
        rolledBack(() -> {
            open();
            assertThatThrownBy(() -> admit(old.linkage(numbers(3)))).isInstanceOf(KeysChanged.class);
            return null;
        });
    }

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

    private static String known(String key) {
        return Objects.requireNonNull(keys.checkValuesOfA().get(key));
    }

    private void assertDiffers(String key, Map<String, String> held) {
        assertThatThrownBy(() -> change(held, Set.of()).open(FIRST, SECOND, 2, activated ? ALL_NEW : CHAIN))
                .isInstanceOfSatisfying(CeremonyRefused.Differ.class, refused -> assertThat(refused.facts())
                        .containsEntry("sleutels", List.of(key)));
    }

    @Test
    void a_pupil_delivered_direct_then_blind_then_direct_is_one_person_and_one_delivered_before_only_is_not_seen()
            throws Exception {
        rolledBack(() -> {
            List<Pgn> two = numbers(2);
            List<PersonKey> before = admit(old.linkage(two));
            Unseen moved = open();
            Pgn pupil = two.get(0);
            Token blind = open(NEW).linkage(keys.evaluated(List.of(pupil), 2, 1).get(0));
            assertThat(admit(List.of(blind))).containsExactly(before.get(0));
            assertThat(changes.unseen(NOW).persons()).isEqualTo(moved.persons() - 1);
            assertThat(close().persons()).isEqualTo(moved.persons() - 1);
            List<PersonKey> after = admit(closed(NEW).linkage(two));
            assertThat(after.get(0)).isEqualTo(before.get(0));
            assertThat(after.get(1)).isNotIn(before);
            return null;
        });
    }

    @Test
    void constraints_indexes_rights_comments_and_views_are_as_before() throws Exception {
        rolledBack(() -> {
            world.admit(old);
            List<String> before = world.catalogue();
            open();
            assertThat(world.catalogue()).isEqualTo(before);
            world.admit(open(NEW));
            close();
            assertThat(world.catalogue()).isEqualTo(before);
            return null;
        });
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

    private Unseen open() {
        change().open(FIRST, SECOND, 2, activated ? ALL_NEW : CHAIN);
        return changes.unseen(NOW);
    }

    private Unseen close() {
        return change().close(FIRST, SECOND, ANY);
    }

    private ChangeSeries change() {
        return change(keys.checkValuesOfA(), Set.of());
    }

    /** Where the service's store of holder A has these keys. */
    private ChangeSeries change(Map<String, String> held, Set<Holder> suspended) {
        PostgresKeyRegister register = new PostgresKeyRegister(world.database(), (zone, entry) -> {}, CLOCK) {
            @Override
            public SortedMap<KeyId, RegisteredKey> keys() {
                SortedMap<KeyId, RegisteredKey> known = new TreeMap<>();
                keys.checkValuesOfA().forEach((name, checkValue) -> {
                    KeyId id = new KeyId(name);
                    KeyState state = activated || id.number() == 1 ? KeyState.ACTIVE : KeyState.PRE_ACTIVE;
                    if (made || state == KeyState.ACTIVE) {
                        known.put(id, new RegisteredKey(id, checkValue, state, NOW));
                    }
                });
                return known;
            }

            @Override
            public Set<Holder> suspended() {
                return suspended;
            }
        };
        AuditTrail trail = (zone, entry) -> entries.add(entry);
        KeyRules rules = new KeyRules(register, new StoresOfA(held), CLOCK);
        return new ChangeSeries(changes, keys.layers(), rules, trail, new RecordKeyRefusal(trail), CLOCK);
    }

    private static List<Pgn> numbers(int count) {
        Random random = new Random(SEED + 7);
        List<Pgn> numbers = new ArrayList<>();
        while (numbers.size() < count) {
            Pgn.parse(String.format(Locale.ROOT, "%09d", random.nextInt(1_000_000_000)))
                    .ifPresent(numbers::add);
        }
        return numbers;
    }

    private List<PersonKey> admit(List<Token> linkage) {
        return new PostgresPeople(world.database(), () -> 0)
                .admit(Zone.LINK, linkage.stream().map(Admission::byNumber).toList());
    }

    private PersonKey admitBoth(Token linkage, Token local) {
        return new PostgresPeople(world.database(), () -> 0)
                .admit(Zone.LINK, List.of(Admission.byBoth(linkage, local)))
                .get(0);
    }

    private static void assertReason(NotChanged.Obstacle reason, Callable<?> change) {
        assertThatThrownBy(change::call)
                .isInstanceOfSatisfying(NotChanged.class, refused -> assertThat(refused.obstacle())
                        .isEqualTo(reason));
    }

    /** A refusal by the database ends its transaction; a savepoint lets the test's go on. */
    private void refusedInside(Callable<?> change, Class<? extends RuntimeException> refusal) {
        statements.run("savepoint before", PreparedStatement::execute);
        assertThatThrownBy(change::call).isInstanceOf(refusal);
        statements.run("rollback to savepoint before", PreparedStatement::execute);
    }

    /** Stores of which only holder A's is asked. */
    private record StoresOfA(Map<String, String> held) implements HeldStores {
        @Override
        public Map<String, String> checkValues(Holder holder) {
            assertThat(holder).isEqualTo(Holder.A);
            return held;
        }

        @Override
        public boolean available(Holder holder) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void renew(Holder holder) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void reopen(Holder holder) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class RollBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static void rolledBack(Callable<?> work) throws Exception {
        try {
            TestPostgres.inTransaction(Zone.LINK, () -> {
                work.call();
                throw new RollBack();
            });
        } catch (RollBack expected) {
            assertThat(expected).hasNoCause();
        }
    }
}
