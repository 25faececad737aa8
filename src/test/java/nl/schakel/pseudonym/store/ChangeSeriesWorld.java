package nl.schakel.pseudonym.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.Admission;
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
import nl.schakel.pseudonym.PseudonymRefused.NotChanged;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pseudonym.RecordKeyRefusal;
import nl.schakel.pseudonym.RegisteredKey;
import nl.schakel.pseudonym.SeriesInForce;
import nl.schakel.pseudonym.Token;
import nl.schakel.pseudonym.crypto.DrawnKeys;
import nl.schakel.pupil.Pgn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Two custodians who change the keys of the database that all tests share: every change is rolled back. */
abstract class ChangeSeriesWorld {
    static final long SEED = 20261123;
    static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final Actor FIRST = custodian();
    static final Actor SECOND = custodian();
    static final KeySeries OLD = KeySeries.beginning(1);
    static final KeySeries NEW = new KeySeries(2, 2, 2, 2);
    static final List<KeyId> CHAIN = List.of(new KeyId("link/2"));
    static final List<KeyId> ALL_NEW = List.of(new KeyId("oprf/2"), new KeyId("token/2"), new KeyId("link/2"));
    static final LostPersons ANY = new LostPersons(Long.MAX_VALUE, Long.MAX_VALUE);
    static final KeySeries COMPACT = new KeySeries(1, 1, 2, 2);

    @SuppressWarnings("NullAway.Init")
    static DrawnKeys keys;

    final RotationWorld world = new RotationWorld(SEED);
    final Statements statements = world.database().statements(Zone.LINK);
    final PostgresKeyChanges changes = new PostgresKeyChanges(world.database());
    final List<AuditEntry> entries = new ArrayList<>();
    final Pseudonymizer old = keys.pseudonymizer(1);
    boolean activated = true;
    boolean made;

    @BeforeAll
    static void drawKeys(@TempDir Path folder) throws Exception {
        keys = new DrawnKeys(folder, 3);
    }

    static Actor custodian() {
        return new Actor(new StaffId(UUID.randomUUID()), Set.of(Role.CUSTODIAN_B), Optional.empty());
    }

    static Pseudonymizer open(KeySeries present) {
        return keys.pseudonymizer(new SeriesInForce(present, Optional.of(OLD)));
    }

    static Pseudonymizer closed(KeySeries present) {
        return keys.pseudonymizer(new SeriesInForce(present, Optional.empty()));
    }

    Unseen open() {
        change().open(FIRST, SECOND, 2, activated ? ALL_NEW : CHAIN);
        return changes.unseen(NOW);
    }

    Unseen close() {
        return change().close(FIRST, SECOND, ANY);
    }

    ChangeSeries change() {
        return change(keys.checkValuesOfA(), Set.of());
    }

    /** Where the service's store of holder A has these keys. */
    ChangeSeries change(Map<String, String> held, Set<Holder> suspended) {
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

    static List<Pgn> numbers(int count) {
        Random random = new Random(SEED + 7);
        List<Pgn> numbers = new ArrayList<>();
        while (numbers.size() < count) {
            Pgn.parse(String.format(Locale.ROOT, "%09d", random.nextInt(1_000_000_000)))
                    .ifPresent(numbers::add);
        }
        return numbers;
    }

    List<PersonKey> admit(List<Token> linkage) {
        return new PostgresPeople(world.database(), () -> 0)
                .admit(Zone.LINK, linkage.stream().map(Admission::byNumber).toList());
    }

    PersonKey admitBoth(Token linkage, Token local) {
        return new PostgresPeople(world.database(), () -> 0)
                .admit(Zone.LINK, List.of(Admission.byBoth(linkage, local)))
                .get(0);
    }

    static void assertReason(NotChanged.Obstacle reason, Callable<?> change) {
        assertThatThrownBy(change::call)
                .isInstanceOfSatisfying(NotChanged.class, refused -> assertThat(refused.obstacle())
                        .isEqualTo(reason));
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

    static void rolledBack(Callable<?> work) throws Exception {
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
