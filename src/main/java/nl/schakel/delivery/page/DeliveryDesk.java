package nl.schakel.delivery.page;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import nl.schakel.audit.CurrentActor;
import nl.schakel.delivery.DeliveryState;
import nl.schakel.delivery.SeeDeliveries;
import nl.schakel.platform.web.Desk;
import nl.schakel.platform.web.DeskEntry;

/** The school's menu entry: how many deliveries wait for approval. */
@Dependent
public class DeliveryDesk implements Desk {
    private static final int MOST = 200;
    private static final String DELIVERIES = "leveringen";

    @Inject
    private CurrentActor actor;

    @Inject
    private SeeDeliveries see;

    @Override
    public List<DeskEntry> entries() {
        return List.of(
                new DeskEntry("SCHOOL", 10, DELIVERIES, "delivery.bureau"),
                new DeskEntry("SCHOOL", 15, "nummerwijzigingen", "delivery.nummer.bureau"));
    }

    @Override
    public int waiting(DeskEntry entry) {
        if (!entry.path().equals(DELIVERIES)) {
            return 0;
        }
        return (int) see.newest(actor.require(), MOST).stream()
                .filter(delivery -> delivery.state() == DeliveryState.RECEIVED)
                .count();
    }
}
