package nl.schakel.pseudonym;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.schakel.audit.Actor;

/** What custodians see: the states of keys, whether they are usable, and the steps of their holder. */
@Dependent
public class SeeKeys {
    private static final int MOST = 50;

    private final KeyRegister register;
    private final HeldStores stores;
    private final KeyChanges changes;
    private final Clock clock;

    /** Reads this register. */
    @Inject
    public SeeKeys(KeyRegister register, HeldStores stores, KeyChanges changes, Clock clock) {
        this.register = register;
        this.stores = stores;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * What is known of a holder.
     *
     * @param suspended whether its custodians suspended it
     * @param available whether the service can use its keys
     */
    public record HolderView(Holder holder, boolean suspended, boolean available) {}

    /**
     * What is known at a moment.
     *
     * @param nextRotation when the linkage key is to be rotated: a year after the newest one came into use
     * @param unseen while a change of keys is open, what was not seen again: closing erases its earlier values
     */
    public record View(
            List<HolderView> holders,
            List<RegisteredKey> keys,
            Optional<Instant> nextRotation,
            Optional<KeyChanges.Unseen> unseen,
            Instant at) {}

    /** The keys of all holders. @throws nl.schakel.audit.AuditRefused.NotAllowed unless for a custodian */
    @Transactional
    public View keys(Actor actor) {
        Holder.of(actor);
        Set<Holder> suspended = register.suspended();
        List<HolderView> holders = new ArrayList<>();
        for (Holder holder : Holder.values()) {
            holders.add(new HolderView(holder, suspended.contains(holder), stores.available(holder)));
        }
        Collection<RegisteredKey> keys = register.keys().values();
        Optional<Instant> rotated = keys.stream()
                .filter(key -> key.id().family().equals("link"))
                .filter(key -> key.state() == KeyState.ACTIVE || key.state() == KeyState.SUSPENDED)
                .reduce((older, newer) -> newer)
                .map(RegisteredKey::since);
        return new View(
                holders,
                List.copyOf(keys),
                rotated.map(at -> at.atOffset(ZoneOffset.UTC).plusYears(1).toInstant()),
                changes.inForce().earlier().map(earlier -> changes.unseen(clock.instant())),
                clock.instant());
    }

    /** The newest steps of the custodian's holder, newest first. */
    @Transactional
    public List<KeyStep> steps(Actor actor) {
        return register.newest(Holder.of(actor), MOST);
    }
}
