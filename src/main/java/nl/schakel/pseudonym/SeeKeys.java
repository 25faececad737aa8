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
     * @param series the keys with which values are made, and while a change is open those by which others are found
     * @param change the change of keys that is open
     * @param unseen what was not seen again in that change, where it was asked: closing erases its earlier values
     */
    public record View(
            List<HolderView> holders,
            List<RegisteredKey> keys,
            Optional<Instant> nextRotation,
            SeriesInForce series,
            Optional<OpenChange> change,
            Optional<KeyChanges.Unseen> unseen,
            Instant at) {}

    /**
     * The keys of all holders.
     *
     * @param counted whether to count what was not seen again: that reads whole tables, for who is about to close a change
     * @throws nl.schakel.audit.AuditRefused.NotAllowed unless for a custodian
     */
    @Transactional
    public View keys(Actor actor, boolean counted) {
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
        SeriesInForce series = changes.inForce();
        Optional<OpenChange> change = changes.openSince().map(since -> new OpenChange(since, opening(series)));
        return new View(
                holders,
                List.copyOf(keys),
                rotated.map(at -> at.atOffset(ZoneOffset.UTC).plusYears(1).toInstant()),
                series,
                change,
                change.filter(open -> counted).map(open -> changes.unseen(clock.instant())),
                clock.instant());
    }

    private Optional<KeyStep> opening(SeriesInForce series) {
        return register.opening(new KeyId("link/" + series.present().first()));
    }

    /** The newest steps of the custodian's holder, newest first. */
    @Transactional
    public List<KeyStep> steps(Actor actor) {
        return register.newest(Holder.of(actor), MOST);
    }
}
