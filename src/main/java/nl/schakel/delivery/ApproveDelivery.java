package nl.schakel.delivery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import nl.schakel.audit.Actor;
import nl.schakel.audit.Role;

/** The school approves what it delivered; from then on the rows take part in linkage. */
@Dependent
public class ApproveDelivery {
    private final Deliveries deliveries;
    private final IntakeLog log;

    /** Approves in this store. */
    @Inject
    public ApproveDelivery(Deliveries deliveries, IntakeLog log) {
        this.deliveries = deliveries;
        this.log = log;
    }

    /**
     * Approves the delivery.
     *
     * @throws DeliveryRefused.NotFound where the school has none such
     * @throws DeliveryRefused.StateForbids where it was approved, withdrawn or rejected before
     */
    @Transactional
    public Delivery approve(Actor actor, DeliveryId id) {
        actor.require(Role.SCHOOL);
        Delivery approved = deliveries
                .findForChange(id)
                .orElseThrow(DeliveryRefused.NotFound::new)
                .approved(log.now());
        deliveries.change(approved, IntakeLog.entry(actor, "delivery.approve", approved));
        return approved;
    }
}
