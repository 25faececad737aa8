package nl.schakel.pseudonym;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.schakel.platform.problem.Fault;
import nl.schakel.pseudonym.KeyRegister.Effect;

/** What a step of key care changes, and when it must not be taken. */
@Dependent
public class KeyRules {
    private final KeyRegister register;
    private final HeldStores stores;
    private final Clock clock;

    /** Judges by this register and these stores. */
    @Inject
    public KeyRules(KeyRegister register, HeldStores stores, Clock clock) {
        this.register = register;
        this.stores = stores;
        this.clock = clock;
    }

    /**
     * What the step changes once it is confirmed; opens no store.
     *
     * @throws CeremonyRefused where it must not be taken
     */
    Effect effect(KeyStep step) {
        if (step.rehearsal()) {
            return Effect.NONE;
        }
        return switch (step.act()) {
            case CREATE -> created(step);
            case ACTIVATE -> activated(step);
            case DEACTIVATE -> moved(step, KeyState.DEACTIVATED);
            case COMPROMISE -> compromised(step);
            case DESTROY -> moved(step, KeyState.DESTROYED);
            case SUSPEND -> holder(step.holder(), true);
            case RESUME -> holder(step.holder(), false);
            case VERIFY -> Effect.NONE;
            case SPLIT, RECOVER -> stated(step);
            case ROTATE, OPEN -> rotated(step);
            case CLOSE -> closed(step);
        };
    }

    /**
     * Compares what the custodians state with the service's store, and opens a store that is to be used again.
     *
     * @throws CeremonyRefused.Differ where the store holds other keys
     * @throws PseudonymRefused.Suspended where the store does not open
     */
    void compare(KeyStep step) {
        if (step.rehearsal()) {
            return;
        }
        switch (step.act()) {
            case VERIFY -> requireSame(step.holder(), step.keys());
            case ACTIVATE, ROTATE, OPEN -> requireSame(step.holder(), known(step));
            case RESUME -> stores.checkValues(step.holder());
            default -> {
                // the other steps say nothing of the service's store
            }
        }
    }

    /**
     * The series of a change: of holder A the newest keys that its custodians put in use, or else those of the present series,
     * and one linkage key. No step of holder A is taken until the transaction ends. Whoever holds both holders holds B first.
     *
     * @throws CeremonyRefused.WrongState where a later key of A was made and not put in use
     * @throws PseudonymRefused.Suspended where holder A is suspended, or its store does not open
     * @throws CeremonyRefused.Differ where its store has not the keys of both series: numbers are evaluated with both
     */
    KeySeries next(KeySeries present, int link) {
        register.hold(Holder.A);
        if (register.suspended().contains(Holder.A)) {
            throw new PseudonymRefused.Suspended(Holder.A.code());
        }
        SortedMap<KeyId, RegisteredKey> keys = register.keys();
        KeySeries next = series(keys, present, link);
        SortedMap<KeyId, String> stated = new TreeMap<>();
        for (KeySeries series : List.of(present, next)) {
            series.keysOfA().forEach(id -> stated.put(id, key(keys, id).checkValue()));
        }
        requireSame(Holder.A, stated);
        return next;
    }

    /**
     * The series that a change would begin as the keys are now; opens no store.
     *
     * @throws CeremonyRefused.WrongState where a later key of holder A was made and not put in use
     */
    KeySeries foreseen(KeySeries present, int link) {
        return series(register.keys(), present, link);
    }

    private static KeySeries series(SortedMap<KeyId, RegisteredKey> keys, KeySeries present, int link) {
        int oprf = newest(keys, "oprf", present.oprf());
        int token = newest(keys, "token", present.token());
        for (RegisteredKey key : keys.values()) {
            boolean later = (key.id().family().equals("oprf") && key.id().number() > oprf)
                    || (key.id().family().equals("token") && key.id().number() > token);
            if (later) {
                requireNot(KeyState.PRE_ACTIVE, key);
            }
        }
        return new KeySeries(oprf, token, link, link);
    }

    private static int newest(SortedMap<KeyId, RegisteredKey> keys, String family, int present) {
        return keys.values().stream()
                .filter(key ->
                        key.state() == KeyState.ACTIVE && key.id().family().equals(family))
                .mapToInt(key -> key.id().number())
                .reduce(present, Math::max);
    }

    private void requireSame(Holder holder, SortedMap<KeyId, String> stated) {
        Map<String, String> held = stores.checkValues(holder);
        List<KeyId> other = stated.entrySet().stream()
                .filter(key -> !key.getValue().equals(held.get(key.getKey().value())))
                .map(Map.Entry::getKey)
                .toList();
        if (!other.isEmpty()) {
            throw new CeremonyRefused.Differ(other);
        }
    }

    private SortedMap<KeyId, String> known(KeyStep step) {
        SortedMap<KeyId, RegisteredKey> keys = register.keys();
        SortedMap<KeyId, String> known = new TreeMap<>();
        step.keys().keySet().forEach(id -> known.put(id, key(keys, id).checkValue()));
        return known;
    }

    private Effect created(KeyStep step) {
        SortedMap<KeyId, RegisteredKey> keys = register.keys();
        List<RegisteredKey> made = new ArrayList<>();
        Instant now = clock.instant();
        step.keys().forEach((id, checkValue) -> {
            RegisteredKey known = keys.get(id);
            if (known == null || replaced(known, checkValue)) {
                made.add(new RegisteredKey(id, checkValue, KeyState.PRE_ACTIVE, now));
            } else {
                requireSame(known, checkValue);
                requireNot(KeyState.DESTROYED, known);
            }
        });
        return new Effect(made, Optional.empty());
    }

    private static boolean replaced(RegisteredKey known, String checkValue) {
        return known.id().canBeReplaced()
                && known.state() == KeyState.COMPROMISED
                && !known.checkValue().equals(checkValue);
    }

    /** A store and its copy may hold keys that the service has not met; those that it knows must be the same. */
    private Effect stated(KeyStep step) {
        SortedMap<KeyId, RegisteredKey> keys = register.keys();
        step.keys().forEach((id, checkValue) -> Optional.ofNullable(keys.get(id))
                .ifPresent(known -> requireSame(known, checkValue)));
        return Effect.NONE;
    }

    private static void requireSame(RegisteredKey known, String checkValue) {
        if (!known.checkValue().equals(checkValue)) {
            throw new CeremonyRefused.OtherKey(known.id());
        }
    }

    private static void requireNot(KeyState state, RegisteredKey known) {
        if (known.state() == state) {
            throw new CeremonyRefused.WrongState(known.id(), state);
        }
    }

    /** A linkage key comes into use by rotation or with a new series alone, and one at a time. */
    private Effect rotated(KeyStep step) {
        if (step.keys().size() != 1 || !step.keys().firstKey().family().equals("link")) {
            throw wrongKeys("KS-05", "een koppelsleutel: de volgende");
        }
        if (register.suspended().contains(step.holder())) {
            throw new CeremonyRefused.WrongHolderState();
        }
        return moved(step, KeyState.ACTIVE);
    }

    private Effect closed(KeyStep step) {
        if (step.holder() != Holder.B || register.suspended().contains(Holder.B)) {
            throw new CeremonyRefused.WrongHolderState();
        }
        return Effect.NONE;
    }

    private Effect activated(KeyStep step) {
        if (step.keys().keySet().stream().anyMatch(id -> id.family().equals("link") && id.number() > 1)) {
            throw wrongKeys("KS-05", "geen koppelsleutels: die komen in gebruik door te roteren");
        }
        if (step.keys().keySet().stream().anyMatch(KeyRules::unused)) {
            throw wrongKeys(
                    "KS-06", "van de onderzoekssleutels alleen research/1: latere zijn nog niet te gebruiken (0012)");
        }
        return moved(step, KeyState.ACTIVE);
    }

    /** Only the first research key is used: decision 0012. A later one in use would be a lie. */
    private static boolean unused(KeyId id) {
        return id.family().equals("research") && id.number() > 1;
    }

    private static CeremonyRefused.NotAStep wrongKeys(String rule, String expected) {
        return new CeremonyRefused.NotAStep(
                List.of(new Fault("sleutels", rule, expected, "Vul dit in: " + expected + ".")));
    }

    /** The holder of a key in use that leaked is suspended with it; the log goes on, or nothing could be audited. */
    private Effect compromised(KeyStep step) {
        Effect moved = moved(step, KeyState.COMPROMISED);
        SortedMap<KeyId, RegisteredKey> keys = register.keys();
        boolean inUse =
                step.keys().keySet().stream().anyMatch(id -> key(keys, id).state() == KeyState.ACTIVE);
        if (!inUse || step.holder() == Holder.LOG || register.suspended().contains(step.holder())) {
            return moved;
        }
        List<RegisteredKey> changed = new ArrayList<>(moved.keys());
        holder(step.holder(), true).keys().stream()
                .filter(key -> !step.keys().containsKey(key.id()))
                .forEach(changed::add);
        return new Effect(changed, Optional.of(true));
    }

    private Effect moved(KeyStep step, KeyState to) {
        SortedMap<KeyId, RegisteredKey> keys = register.keys();
        List<RegisteredKey> changed = new ArrayList<>();
        for (KeyId id : step.keys().keySet()) {
            RegisteredKey key = key(keys, id);
            if (to == KeyState.DESTROYED && key.state() == to) {
                continue; // another copy came to light and is destroyed as well
            }
            if (!key.state().next().contains(to) || (to == KeyState.ACTIVE && key.state() != KeyState.PRE_ACTIVE)) {
                throw new CeremonyRefused.WrongState(id, key.state());
            }
            if ((to == KeyState.DESTROYED || to == KeyState.DEACTIVATED) && register.needed(id)) {
                throw new CeremonyRefused.StillNeeded(id);
            }
            changed.add(key.becomes(to, clock.instant()));
        }
        return new Effect(changed, Optional.empty());
    }

    private static RegisteredKey key(SortedMap<KeyId, RegisteredKey> keys, KeyId id) {
        return Optional.ofNullable(keys.get(id)).orElseThrow(() -> new CeremonyRefused.UnknownKey(id));
    }

    private Effect holder(Holder holder, boolean suspend) {
        if (holder == Holder.LOG || register.suspended().contains(holder) == suspend) {
            throw new CeremonyRefused.WrongHolderState();
        }
        KeyState from = suspend ? KeyState.ACTIVE : KeyState.SUSPENDED;
        KeyState to = suspend ? KeyState.SUSPENDED : KeyState.ACTIVE;
        List<RegisteredKey> changed = register.keys().values().stream()
                .filter(key -> key.id().holder() == holder && key.state() == from)
                .map(key -> key.becomes(to, clock.instant()))
                .toList();
        return new Effect(changed, Optional.of(suspend));
    }
}
