package nl.schakel.delivery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.Processing;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.ProcessingLog;
import nl.schakel.audit.Subject;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.PersonKey;

/** What the two logs hear of deliveries: who did it, and of which pupils data were processed. */
@Dependent
public class IntakeLog {
    private final AuditTrail trail;
    private final ProcessingLog processing;
    private final Clock clock;

    /** Writes to these logs. */
    @Inject
    public IntakeLog(AuditTrail trail, ProcessingLog processing, Clock clock) {
        this.trail = trail;
        this.processing = processing;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** The entry of an act on a delivery. */
    static AuditEntry entry(Actor actor, String act, Delivery delivery) {
        Tally tally = delivery.tally();
        return AuditEntry.by(actor, act, activity(delivery.state()))
                .on(delivery.state() == DeliveryState.CHECKED ? "delivery" : "delivery/" + delivery.id())
                .detail("site", delivery.site().toString())
                .detail("year", delivery.year().toString())
                .detail("part", delivery.part().dutch())
                .detail("mode", delivery.mode().dutch())
                .detail("rows", tally.in())
                .detail("accepted", tally.accepted())
                .detail("refused", tally.refused())
                .detail("known", tally.known())
                .detail("withheld", tally.withheld());
    }

    private static ProcessingActivity activity(DeliveryState state) {
        return switch (state) {
            case CHECKED -> ProcessingActivity.CHECK_DELIVERY;
            case WITHDRAWN -> ProcessingActivity.WITHDRAW_DELIVERY;
            case RECEIVED, APPROVED, LINKED, REJECTED -> ProcessingActivity.RECEIVE_DELIVERY;
        };
    }

    private static String name(DeliveryState state) {
        return switch (state) {
            case CHECKED -> "Levering controleren";
            case WITHDRAWN -> "Levering intrekken";
            case RECEIVED, APPROVED, LINKED, REJECTED -> "Levering ontvangen";
        };
    }

    void append(AuditEntry entry) {
        trail.append(Zone.SCHOOL, entry);
    }

    /** One line for each pupil whose rows were read or erased. */
    void processed(Delivery delivery, Instant start, List<PersonKey> persons) {
        Processing operation = Processing.ok(activity(delivery.state()), name(delivery.state()), start, now());
        processing.append(Zone.SCHOOL, operation, () -> persons.stream()
                .map(person -> Subject.of(person.bytes()))
                .iterator());
    }
}
