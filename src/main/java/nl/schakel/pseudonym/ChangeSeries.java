package nl.schakel.pseudonym;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.platform.database.Zone;
import nl.schakel.platform.problem.Refusal;
import nl.schakel.pseudonym.PseudonymRefused.NotChanged;

/**
 * Changes what a rotation cannot: the keys of holder A, and the chain of layers, which begins anew. While a change is open,
 * every number and key that arrives is found by its earlier value and gets the new one. Persons keep their keys throughout.
 */
@Dependent
public class ChangeSeries {
    private static final String OBJECT = "key/series";

    private final KeyChanges changes;
    private final NextLayers layers;
    private final KeyRules rules;
    private final AuditTrail trail;
    private final RecordKeyRefusal refusals;
    private final Clock clock;

    /** Changes series in this store. */
    @Inject
    public ChangeSeries(
            KeyChanges changes,
            NextLayers layers,
            KeyRules rules,
            AuditTrail trail,
            RecordKeyRefusal refusals,
            Clock clock) {
        this.changes = changes;
        this.layers = layers;
        this.rules = rules;
        this.trail = trail;
        this.refusals = refusals;
        this.clock = clock;
    }

    /**
     * Opens a change. A refusal leaves an audit entry of its own and nothing else. The new series has the newest keys of holder A that its custodians activated: where these are the ones in
     * use, the chain of layers alone begins anew.
     *
     * @param first the custodian of holder B who proposed it
     * @param second the one who confirms it, another person
     * @param next the linkage key of the new series: the generation in force, plus one
     * @param becomes the keys that both agreed to
     * @return what is to be seen again
     * @throws AuditRefused.NotAllowed unless both are custodians of holder B
     * @throws NotChanged where a check fails
     * @throws CeremonyRefused.Differ where the service's store of holder A has not the keys of both series
     * @throws PseudonymRefused.Suspended where a holder's keys are not available
     * @throws PseudonymRefused.NotRotated where holder B's store has no such key, or has it twice
     */
    @Transactional
    public KeyChanges.Counts open(Actor first, Actor second, int next, List<KeyId> becomes) {
        return refusalsRecorded(second, "key.open", () -> opened(first, second, next, becomes));
    }

    private KeyChanges.Counts opened(Actor first, Actor second, int next, List<KeyId> becomes) {
        requireTwo(first, second);
        layers.layer(next);
        KeySeries present = changes.inForce().present();
        KeySeries series = rules.next(present, next);
        if (!series.changedFrom(present).equals(becomes)) {
            throw new NotChanged(NotChanged.Obstacle.OTHER_KEYS);
        }
        KeyChanges.Counts counts = changes.open(series, clock.instant());
        trail.append(Zone.LINK, opened(first, "key.open-proposed", counts));
        trail.append(
                Zone.LINK,
                opened(second, "key.open", counts)
                        .detail("oprf", series.oprf())
                        .detail("token", series.token())
                        .detail("link", next));
        return counts;
    }

    /**
     * Closes the change: who was not seen again is not found by number or key any more. A refusal as for {@link #open}.
     *
     * @param first the custodian of holder B who proposed it
     * @param second the one who confirms it, another person
     * @param stated how many persons both agreed to lose
     * @return what was not seen again
     * @throws AuditRefused.NotAllowed unless both are custodians of holder B
     * @throws NotChanged where no change is open, more persons would be lost than stated, or a check fails
     */
    @Transactional
    public KeyChanges.Unseen close(Actor first, Actor second, LostPersons stated) {
        return refusalsRecorded(second, "key.close", () -> closed(first, second, stated));
    }

    private KeyChanges.Unseen closed(Actor first, Actor second, LostPersons stated) {
        requireTwo(first, second);
        KeyChanges.Unseen unseen = changes.close(clock.instant());
        if (!stated.covers(unseen.lost())) {
            throw new NotChanged(NotChanged.Obstacle.MORE_LOST);
        }
        trail.append(Zone.LINK, closed(first, "key.close-proposed", unseen));
        trail.append(Zone.LINK, closed(second, "key.close", unseen));
        return unseen;
    }

    private <T> T refusalsRecorded(Actor second, String act, Supplier<T> change) {
        try {
            return change.get();
        } catch (Refusal refusal) {
            refusals.refused(second, act, OBJECT, refusal);
            throw refusal;
        }
    }

    private static void requireTwo(Actor first, Actor second) {
        first.require(Holder.B.role());
        second.require(Holder.B.role());
        if (first.staff().equals(second.staff())) {
            throw new NotChanged(NotChanged.Obstacle.SAME_PERSON);
        }
    }

    private static AuditEntry opened(Actor actor, String act, KeyChanges.Counts counts) {
        return entry(actor, act)
                .detail("persons", counts.persons())
                .detail("locals", counts.locals())
                .detail("rins", counts.rins());
    }

    private static AuditEntry closed(Actor actor, String act, KeyChanges.Unseen unseen) {
        return entry(actor, act)
                .detail("persons", unseen.persons())
                .detail("decided", unseen.decided())
                .detail("former", unseen.former())
                .detail("locals", unseen.locals())
                .detail("rins", unseen.rins());
    }

    private static AuditEntry entry(Actor actor, String act) {
        return AuditEntry.by(actor, act, ProcessingActivity.ADMINISTER_KEYS)
                .of(AuditEntry.Kind.KEY)
                .on(OBJECT);
    }
}
