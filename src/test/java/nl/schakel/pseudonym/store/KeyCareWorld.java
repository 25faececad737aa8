package nl.schakel.pseudonym.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
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
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.ChangeSeries;
import nl.schakel.pseudonym.ConfirmKeyStep;
import nl.schakel.pseudonym.HeldStores;
import nl.schakel.pseudonym.Holder;
import nl.schakel.pseudonym.KeyId;
import nl.schakel.pseudonym.KeyRules;
import nl.schakel.pseudonym.KeyState;
import nl.schakel.pseudonym.KeyStep;
import nl.schakel.pseudonym.KeyWish;
import nl.schakel.pseudonym.KeyedValues;
import nl.schakel.pseudonym.LostPersons;
import nl.schakel.pseudonym.NextLayers;
import nl.schakel.pseudonym.ProposeKeyStep;
import nl.schakel.pseudonym.PseudonymRefused;
import nl.schakel.pseudonym.RecordKeyRefusal;
import nl.schakel.pseudonym.RotateLinkKey;
import nl.schakel.pseudonym.SeeKeys;
import nl.schakel.pseudonym.SettleKeyStep;
import nl.schakel.pseudonym.StepMinutes;
import org.junit.jupiter.api.AfterEach;

/** Custodians with the use cases of key care over the real tables, and stores that hold what a test says. */
abstract class KeyCareWorld {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final Random RANDOM = new Random(3);

    final Actor first = custodian(Role.CUSTODIAN_B);
    final Actor second = custodian(Role.CUSTODIAN_B);
    final List<AuditEntry> entries = new ArrayList<>();
    final Map<String, String> held = new HashMap<>();
    final List<Holder> renewed = new ArrayList<>();
    final List<Holder> reopened = new ArrayList<>();
    final Actor logFirst = custodian(Role.CUSTODIAN_LOG);
    final Actor logSecond = custodian(Role.CUSTODIAN_LOG);
    final String logKey = "subject/" + (100_000 + RANDOM.nextInt(800_000));
    final String key = "research/" + (100_000 + RANDOM.nextInt(800_000));
    final String checkValue = String.format("%016x", RANDOM.nextLong());
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    @AfterEach
    void nobody_is_suspended_afterwards() throws Exception {
        try (var connection = TestPostgres.superuser();
                var statement = connection.createStatement()) {
            statement.execute("delete from pseudonym.holder_state");
            statement.execute("update pseudonym.key_state set state = 'ACTIVE' where state = 'SUSPENDED'");
        }
    }

    KeyWish minuted(String act, StepMinutes minutes) {
        return new KeyWish(act, Map.of(key, checkValue), false, Optional.of(minutes));
    }

    /** Rotation itself is another's test: here it refuses, as a generation that is not the next does. */
    RotateLinkKey rotating() {
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
        AuditTrail trail = (zone, entry) -> entries.add(entry);
        return new RotateLinkKey(none, values, trail, new RecordKeyRefusal(trail));
    }

    ChangeSeries changing() {
        NextLayers none = generation -> {
            throw new PseudonymRefused.NotRotated(PseudonymRefused.NotRotated.Reason.KEY_MISSING);
        };
        AuditTrail trail = (zone, entry) -> entries.add(entry);
        KeyRules rules = new KeyRules(register(), stores(), clock);
        return new ChangeSeries(changes(), none, rules, trail, new RecordKeyRefusal(trail), clock);
    }

    void confirmed(String act, Map<String, String> keys) throws Exception {
        confirm(propose(first, act, keys));
    }

    KeyStep propose(Actor actor, String act, Map<String, String> keys) throws Exception {
        KeyWish wish = new KeyWish(act, keys, false);
        return TestPostgres.inTransaction(Zone.LINK, () -> proposing().propose(actor, wish));
    }

    KeyStep proposeClosing(Actor actor, long persons, long decided) throws Exception {
        KeyWish wish = KeyWish.closing(new LostPersons(persons, decided));
        return TestPostgres.inTransaction(Zone.LINK, () -> proposing().propose(actor, wish));
    }

    void confirm(KeyStep step) throws Exception {
        confirm(step, second);
    }

    void confirm(KeyStep step, Actor actor) throws Exception {
        TestPostgres.inTransaction(Zone.LINK, () -> new ConfirmKeyStep(settle(), stores()).confirm(actor, step.id()));
    }

    ProposeKeyStep proposing() {
        return new ProposeKeyStep(register(), new KeyRules(register(), stores(), clock), changes(), clock);
    }

    SettleKeyStep settle() {
        return new SettleKeyStep(register(), new KeyRules(register(), stores(), clock), rotating(), changing(), clock);
    }

    SeeKeys.View view() throws Exception {
        return TestPostgres.inTransaction(Zone.LINK, () -> seeing().keys(first, false));
    }

    SeeKeys seeing() {
        return new SeeKeys(register(), stores(), changes(), clock);
    }

    private static PostgresKeyChanges changes() {
        return new PostgresKeyChanges(TestPostgres.database(null));
    }

    Map<KeyId, KeyState> states() throws Exception {
        Map<KeyId, KeyState> states = new HashMap<>();
        view().keys().forEach(known -> states.put(known.id(), known.state()));
        return states;
    }

    void assertState(KeyState state) throws Exception {
        assertState(key, state);
    }

    void assertState(String id, KeyState state) throws Exception {
        assertThat(states()).containsEntry(new KeyId(id), state);
    }

    /** As a key of the first store is: later ones of these families cannot be put in use. */
    void inUse(String id) throws Exception {
        try (var connection = TestPostgres.superuser();
                var statement = connection.prepareStatement(
                        "insert into pseudonym.key_state values (?, ?, 'ACTIVE', '2026-11-22T10:00:00Z')")) {
            statement.setString(1, id);
            statement.setString(2, checkValue);
            statement.execute();
        }
    }

    PostgresKeyRegister register() {
        Database database = TestPostgres.database(null);
        return new PostgresKeyRegister(database, (zone, entry) -> entries.add(entry), clock);
    }

    HeldStores stores() {
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
            public void renew(Holder holder) {
                renewed.add(holder);
            }

            @Override
            public void reopen(Holder holder) {
                reopened.add(holder);
            }
        };
    }

    static Actor custodian(Role role) {
        return new Actor(new StaffId(UUID.randomUUID()), Set.of(role), Optional.empty());
    }
}
