package nl.schakel.pseudonym.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.NextLayers;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.PseudonymRefused.KeysChanged;
import nl.schakel.pseudonym.PseudonymRefused.NotRotated;
import nl.schakel.pseudonym.PseudonymRefused.NotRotated.Reason;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pseudonym.RecordKeyRefusal;
import nl.schakel.pseudonym.RotateLinkKey;
import nl.schakel.pseudonym.crypto.DrawnKeys;
import nl.schakel.school.Brin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rotations of the database that all tests share: every one is rolled back. */
class RotateLinkKeyTest {
    private static final long SEED = 20261122;
    private static final Actor FIRST = custodian();
    private static final Actor SECOND = custodian();

    @SuppressWarnings("NullAway.Init")
    private static DrawnKeys keys;

    private final RotationWorld world = new RotationWorld(SEED);
    private final Statements statements = world.database().statements(Zone.LINK);
    private final List<AuditEntry> entries = new ArrayList<>();
    private final Pseudonymizer old = keys.pseudonymizer(1);

    @BeforeAll
    static void drawKeys(@TempDir Path folder) throws Exception {
        keys = new DrawnKeys(folder, 3);
    }

    private static Actor custodian() {
        return new Actor(new StaffId(UUID.randomUUID()), Set.of(Role.CUSTODIAN_B), Optional.empty());
    }

    @Test
    void afterwards_the_same_numbers_and_keys_find_the_same_persons_and_every_value_is_the_new_one() throws Exception {
        world.deliver(old);
        try {
            rolledBack(() -> {
                List<PersonKey> persons = world.admit(old);
                world.register(old, persons);
                assertThat(world.stored()).isEqualTo(world.expected(old));
                RotateLinkKey.Rotation rotation = rotate(keys.layers(), 2);
                Pseudonymizer now = keys.pseudonymizer(2);
                assertThat(world.stored()).isEqualTo(world.expected(now));
                assertThat(world.admit(now)).as("seed %d", SEED).isEqualTo(persons);
                assertThat(rotation.rows()).isGreaterThanOrEqualTo(5 * RotationWorld.PERSONS - 500);
                assertThat(rotation.recomputed()).isPositive();
                assertThat(entries)
                        .extracting(AuditEntry::kind, AuditEntry::staff)
                        .containsExactly(
                                tuple(AuditEntry.Kind.KEY, Optional.of(FIRST.staff())),
                                tuple(AuditEntry.Kind.KEY, Optional.of(SECOND.staff())));
                return null;
            });
        } finally {
            world.forget();
        }
    }

    @Test
    void twice_gives_the_third_generation() throws Exception {
        rolledBack(() -> {
            List<PersonKey> persons = world.admit(old);
            rotate(keys.layers(), 2);
            rotate(keys.layers(), 3);
            assertThat(world.admit(keys.pseudonymizer(3))).isEqualTo(persons);
            assertThat(statements.number("select count(*) from pseudonym.person where generation <> 3"))
                    .isZero();
            return null;
        });
    }

    @Test
    void constraints_indexes_rights_comments_and_views_are_as_before_and_every_file_is_another() throws Exception {
        rolledBack(() -> {
            world.admit(old);
            List<String> before = world.catalogue();
            Map<String, String> files = world.files();
            rotate(keys.layers(), 2);
            assertThat(world.catalogue()).isEqualTo(before);
            assertThat(world.files().keySet()).isEqualTo(files.keySet());
            assertThat(world.files())
                    .allSatisfy(
                            (relation, file) -> assertThat(file).as(relation).isNotEqualTo(files.get(relation)));
            return null;
        });
    }

    @Test
    void what_is_keyed_by_person_is_untouched() throws Exception {
        rolledBack(() -> {
            world.admit(old);
            Map<String, String> before = others();
            List<String> persons = statements.list(
                    "select encode(p, 'hex') from pseudonym.person order by p", row -> row.getString(1));
            rotate(keys.layers(), 2);
            assertThat(others()).hasSizeGreaterThan(5).isEqualTo(before);
            assertThat(statements.list(
                            "select encode(p, 'hex') from pseudonym.person order by p", row -> row.getString(1)))
                    .isEqualTo(persons);
            return null;
        });
    }

    @Test
    void a_generation_that_is_not_the_next_is_refused() throws Exception {
        for (int generation : new int[] {1, 3}) {
            assertRefused(Reason.NOT_NEXT, keys.layers(), generation);
        }
    }

    @Test
    void the_same_generation_cannot_be_put_over_twice() throws Exception {
        rolledBack(() -> {
            rotate(keys.layers(), 2);
            assertReason(Reason.NOT_NEXT, () -> rotate(keys.layers(), 2));
            return null;
        });
    }

    @Test
    void a_missing_key_is_refused() throws Exception {
        assertRefused(Reason.KEY_MISSING, keys.layers(), 4);
    }

    @Test
    void one_person_cannot_be_both_custodians() throws Exception {
        rolledBack(() -> {
            RotateLinkKey rotation = rotation(keys.layers());
            assertReason(Reason.SAME_PERSON, () -> rotation.rotate(FIRST, FIRST, 2));
            return null;
        });
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "CUSTODIAN_B", mode = EnumSource.Mode.EXCLUDE)
    void nobody_but_custodians_of_holder_b_rotates_from_wherever_it_is_called(Role role) {
        Optional<Brin> school = role == Role.SCHOOL ? Optional.of(new Brin("99ZZ")) : Optional.empty();
        Actor other = new Actor(new StaffId(UUID.randomUUID()), Set.of(role), school);
        RotateLinkKey rotation = rotation(generation -> {
            throw new AssertionError("no key is asked for");
        });
        assertThatThrownBy(() -> rotation.rotate(other, SECOND, 2)).isInstanceOf(AuditRefused.NotAllowed.class);
        assertThatThrownBy(() -> rotation.rotate(FIRST, other, 2)).isInstanceOf(AuditRefused.NotAllowed.class);
        assertThat(entries)
                .extracting(AuditEntry::kind, AuditEntry::result, AuditEntry::staff)
                .containsExactly(
                        tuple(AuditEntry.Kind.KEY, AuditEntry.Result.DENIED, Optional.of(SECOND.staff())),
                        tuple(AuditEntry.Kind.KEY, AuditEntry.Result.DENIED, Optional.of(other.staff())));
    }

    @Test
    void values_that_become_one_are_refused() throws Exception {
        assertRefused(Reason.COLLISION, layers(value -> new byte[32], value -> new byte[32]), 2);
    }

    @Test
    void a_second_implementation_that_finds_other_values_refuses() throws Exception {
        NextLayers.Layer real = keys.layers().layer(2);
        assertRefused(Reason.CHECK_FAILED, layers(real::over, value -> new byte[32]), 2);
    }

    @Test
    void a_first_implementation_that_leaves_values_as_they_were_is_refused() throws Exception {
        NextLayers.Layer real = keys.layers().layer(2);
        assertRefused(Reason.CHECK_FAILED, layers(value -> value, real::again), 2);
    }

    @Test
    void tokens_of_an_earlier_generation_are_refused_and_the_keys_looked_up_again() throws Exception {
        rolledBack(() -> {
            rotate(keys.layers(), 2);
            AtomicInteger changes = new AtomicInteger();
            assertThatThrownBy(() -> world.admit(stale(changes))).isInstanceOf(KeysChanged.class);
            assertThat(changes).hasValue(1);
            return null;
        });
    }

    @Test
    void a_rotation_waits_for_whoever_holds_the_generation() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> upload = threads.submit(() -> TestPostgres.inTransaction(Zone.SCHOOL, () -> {
                int generation = new PostgresLinkGenerations(world.database()).hold(Zone.SCHOOL);
                held.countDown();
                release.await();
                return generation;
            }));
            held.await();
            Future<?> rotation = threads.submit(() -> {
                rolledBack(() -> rotate(keys.layers(), 2));
                return null;
            });
            awaitWaiting();
            assertThat(rotation.isDone()).isFalse();
            release.countDown();
            assertThat(upload.get()).isEqualTo(1);
            rotation.get();
        } finally {
            release.countDown();
            threads.shutdown();
        }
    }

    /** The keys of the first generation, which count how often they are told of a change. */
    private Pseudonymizer stale(AtomicInteger changes) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("changed")) {
                changes.incrementAndGet();
                return null;
            }
            return method.invoke(old, arguments);
        };
        Class<?>[] port = {Pseudonymizer.class};
        return (Pseudonymizer) Proxy.newProxyInstance(Pseudonymizer.class.getClassLoader(), port, handler);
    }

    private void awaitWaiting() {
        long waiting = 0;
        while (waiting == 0) {
            waiting = statements.one(
                    "select pg_sleep(0.02), (select count(*) from pg_locks where not granted"
                            + " and relation = 'pseudonym.in_force'::regclass)",
                    row -> row.getLong(2));
        }
    }

    private static NextLayers layers(UnaryOperator<byte[]> first, UnaryOperator<byte[]> second) {
        return generation -> new NextLayers.Layer() {
            @Override
            public byte[] over(byte[] value) {
                return first.apply(value);
            }

            @Override
            public byte[] again(byte[] value) {
                return second.apply(value);
            }
        };
    }

    private void assertRefused(Reason reason, NextLayers layers, int generation) throws Exception {
        rolledBack(() -> {
            world.admit(old);
            assertReason(reason, () -> rotate(layers, generation));
            return null;
        });
        assertThat(statements.number("select generation from pseudonym.in_force"))
                .isEqualTo(1);
        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(AuditEntry.Kind.KEY);
            assertThat(entry.act()).isEqualTo("key.rotate");
            assertThat(entry.result()).isEqualTo(AuditEntry.Result.DENIED);
            assertThat(entry.object()).isEqualTo("key/link/" + generation);
            assertThat(entry.staff()).contains(SECOND.staff());
            assertThat(entry.details())
                    .containsEntry("reason", "rotatie-geweigerd")
                    .containsEntry("check", reason.code());
        });
        entries.clear();
    }

    private static void assertReason(Reason reason, Callable<?> rotation) {
        assertThatThrownBy(rotation::call)
                .isInstanceOfSatisfying(NotRotated.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }

    private RotateLinkKey.Rotation rotate(NextLayers layers, int next) {
        return rotation(layers).rotate(FIRST, SECOND, next);
    }

    private RotateLinkKey rotation(NextLayers layers) {
        AuditTrail trail = (zone, entry) -> entries.add(entry);
        return new RotateLinkKey(layers, new PostgresKeyedValues(world.database()), trail, new RecordKeyRefusal(trail));
    }

    /** A digest of every table that rotation has no business with, as far as this role may read. */
    private Map<String, String> others() {
        Map<String, String> digests = new TreeMap<>();
        List<String> tables = statements.list(
                "select oid::regclass from pg_class where relkind = 'r' and relnamespace::regnamespace::text in"
                        + " ('pseudonym', 'delivery', 'register', 'linkage', 'consent')"
                        + " and oid not in (select relation::regclass from pseudonym.keyed) and relname not in"
                        + " ('keyed', 'in_force') and has_table_privilege(oid, 'select')",
                row -> row.getString(1));
        for (String table : tables) {
            digests.put(
                    table,
                    statements.one(
                            "select coalesce(md5(string_agg(t::text, ' ' order by t::text)), '') from " + table + " t",
                            row -> row.getString(1)));
        }
        return digests;
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
