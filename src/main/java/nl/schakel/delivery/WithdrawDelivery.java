package nl.schakel.delivery;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import nl.schakel.audit.Actor;
import nl.schakel.audit.Role;
import nl.schakel.consent.ExitLock;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.PersonKey;

/** The school takes a delivery back: its rows are deleted, its counts remain. */
@Dependent
public class WithdrawDelivery {
    private final Deliveries deliveries;
    private final DeliveryContent content;
    private final IntakeLog log;
    private final ExitLock exits;
    private final Iterable<InRelease> releases;

    /** Asks every feature that releases rows. */
    @Inject
    @SuppressWarnings("TooManyParameters") // each is one port
    public WithdrawDelivery(
            Deliveries deliveries,
            DeliveryContent content,
            IntakeLog log,
            ExitLock exits,
            Instance<InRelease> releases) {
        this(deliveries, content, log, exits, (Iterable<InRelease>) releases);
    }

    /** Asks these features. */
    @SuppressWarnings("TooManyParameters") // as above
    public WithdrawDelivery(
            Deliveries deliveries,
            DeliveryContent content,
            IntakeLog log,
            ExitLock exits,
            Iterable<InRelease> releases) {
        this.deliveries = deliveries;
        this.content = content;
        this.log = log;
        this.exits = exits;
        this.releases = releases;
    }

    /**
     * Withdraws the delivery and erases its rows. A package that was built with them, and not released, is refused from
     * then on; no exit can cross the withdrawal.
     *
     * @throws DeliveryRefused.NotFound where the school has none such
     * @throws DeliveryRefused.StateForbids where it was withdrawn or rejected before
     * @throws DeliveryRefused.Released where rows of it have left the service
     */
    @Transactional
    public Delivery withdraw(Actor actor, DeliveryId id) {
        actor.require(Role.SCHOOL);
        exits.exclusive(Zone.SCHOOL);
        Instant start = log.now();
        Delivery withdrawn = deliveries
                .findForChange(id)
                .orElseThrow(DeliveryRefused.NotFound::new)
                .withdrawn(start);
        for (InRelease release : releases) {
            if (release.holds(id)) {
                throw new DeliveryRefused.Released();
            }
        }
        List<PersonKey> persons = content.persons(id);
        long erased = content.erase(id);
        log.processed(withdrawn, start, persons);
        deliveries.change(
                withdrawn,
                IntakeLog.entry(actor, "delivery.withdraw", withdrawn).detail("erased", erased));
        return withdrawn;
    }
}
