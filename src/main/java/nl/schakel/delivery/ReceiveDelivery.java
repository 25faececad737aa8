package nl.schakel.delivery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.Role;
import nl.schakel.school.Brin;

/**
 * Receives a school's file: read, validated and pseudonymized while it arrives, stored whole or not at all.
 *
 * <p>The whole file is one transaction, so that a broken line or a killed process leaves nothing behind. The same file
 * under the same key gives the same receipt, however often and however concurrently it is sent.
 */
@Dependent
public class ReceiveDelivery {
    private static final SecureRandom RANDOMNESS = new SecureRandom();

    private final Deliveries deliveries;
    private final IntakeDesk desk;
    private final IntakeLog log;

    /** Receives through this desk. */
    @Inject
    public ReceiveDelivery(Deliveries deliveries, IntakeDesk desk, IntakeLog log) {
        this.deliveries = deliveries;
        this.desk = desk;
        this.log = log;
    }

    /**
     * Receives or, for a trial, only checks the file.
     *
     * @return the receipt; for a trial the same counts, and nothing is stored
     * @throws DeliveryRefused where the file as a whole cannot be used, or its key was used for another file
     */
    @Transactional
    public Receipt receive(Actor actor, Upload upload) {
        actor.require(Role.SCHOOL);
        if (upload.trial()) {
            return check(actor, upload);
        }
        Brin school = actor.requireSchool();
        deliveries.awaitTurn(school, upload.key());
        Optional<Deliveries.Stored> earlier = deliveries.byKey(school, upload.key());
        return earlier.isPresent() ? repeat(actor, earlier.get(), upload) : store(actor, upload);
    }

    private Receipt check(Actor actor, Upload upload) {
        Instant start = log.now();
        Intake.Taken taken = desk.read(upload, actor.requireSchool(), start).taken();
        Delivery delivery = delivery(upload, taken, DeliveryState.CHECKED, start);
        log.processed(delivery, start, taken.persons());
        log.append(IntakeLog.entry(actor, "delivery.check", delivery));
        return new Receipt(delivery, taken.findings(), false);
    }

    private Receipt store(Actor actor, Upload upload) {
        Instant start = log.now();
        IntakeDesk.Read read = desk.read(upload, actor.requireSchool(), start);
        Intake.Taken taken = read.taken();
        DeliveryState state = taken.tally().isHopeless() ? DeliveryState.REJECTED : DeliveryState.RECEIVED;
        Delivery delivery = delivery(upload, taken, state, log.now());
        log.processed(delivery, start, taken.persons());
        AuditEntry entry = IntakeLog.entry(actor, "delivery.receive", delivery);
        Deliveries.Attempt attempt = new Deliveries.Attempt(upload.key(), read.file(), actor.staff());
        deliveries.add(delivery, taken.findings(), attempt, entry);
        return new Receipt(delivery, taken.findings(), false);
    }

    private Receipt repeat(Actor actor, Deliveries.Stored earlier, Upload upload) {
        if (!desk.fingerprint(upload).equals(earlier.file())) {
            throw new DeliveryRefused.KeyReused();
        }
        Delivery delivery = earlier.delivery();
        log.append(IntakeLog.entry(actor, "delivery.repeat", delivery));
        return new Receipt(delivery, deliveries.findings(delivery.id()), true);
    }

    private static Delivery delivery(Upload upload, Intake.Taken taken, DeliveryState state, Instant at) {
        FileHeader header = taken.header();
        return new Delivery(
                taken.id(),
                header.site(),
                header.schoolYear(),
                header.format(),
                upload.mode(),
                state,
                ReceiptNumber.random(RANDOMNESS),
                taken.tally(),
                taken.persons().size(),
                Delivery.Moments.received(at));
    }
}
