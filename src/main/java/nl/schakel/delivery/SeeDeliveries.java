package nl.schakel.delivery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.schakel.audit.Actor;
import nl.schakel.audit.Role;

/** The school looks at its own deliveries. Changes nothing. */
@Dependent
public class SeeDeliveries {
    private final Deliveries deliveries;

    /** Reads from this store. */
    @Inject
    public SeeDeliveries(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** The newest deliveries, newest first, at most so many. */
    @Transactional
    public List<Delivery> newest(Actor actor, int most) {
        actor.require(Role.SCHOOL);
        return deliveries.newest(most);
    }

    /** One delivery with what was found in it. @throws DeliveryRefused.NotFound where the school has none such */
    @Transactional
    public Receipt one(Actor actor, DeliveryId id) {
        actor.require(Role.SCHOOL);
        Delivery delivery = deliveries.find(id).orElseThrow(DeliveryRefused.NotFound::new);
        return new Receipt(delivery, deliveries.findings(id), false);
    }
}
