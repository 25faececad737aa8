package nl.schakel.delivery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.Processing;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.ProcessingLog;
import nl.schakel.audit.Role;
import nl.schakel.audit.Subject;
import nl.schakel.consent.ExitLock;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.PersonKey;

/**
 * A school takes a number change back, as long as no linkage run has used it. Every row is again of the person of the number
 * under which it came, also what came meanwhile.
 */
@Dependent
public class UndoNumberChange {
    private final NumberChanges changes;
    private final ExitLock lock;
    private final ProcessingLog log;
    private final Clock clock;

    /** Works with these ports. */
    @Inject
    public UndoNumberChange(NumberChanges changes, ExitLock lock, ProcessingLog log, Clock clock) {
        this.changes = changes;
        this.lock = lock;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Takes the change back; one that was taken back before stays so.
     *
     * @throws DeliveryRefused.NumberChangeUnknown where the school has none of that identifier
     * @throws DeliveryRefused.NumberChangeSettled where a linkage run used it
     * @throws DeliveryRefused.LinkageRunning where one is using it now
     */
    @Transactional
    public NumberChange undo(Actor actor, NumberChangeId id) {
        actor.require(Role.SCHOOL);
        Instant begin = clock.instant();
        List<PersonKey> persons = changes.persons(id);
        changes.hold(persons);
        lock.exclusive(Zone.SCHOOL);
        Instant now = clock.instant();
        switch (changes.undo(id, now)) {
            case UNKNOWN -> throw new DeliveryRefused.NumberChangeUnknown();
            case SETTLED -> throw new DeliveryRefused.NumberChangeSettled();
            case RUNNING -> throw new DeliveryRefused.LinkageRunning();
            case UNDONE ->
                recordUndone(
                        actor,
                        id,
                        persons,
                        Processing.ok(ProcessingActivity.CHANGE_NUMBER, "Nummerwijziging terugdraaien", begin, now));
            case AGAIN -> changes.note(entry(actor, id, persons).detail("again", 1));
        }
        return changes.find(id).orElseThrow(DeliveryRefused.NumberChangeUnknown::new);
    }

    private void recordUndone(Actor actor, NumberChangeId id, List<PersonKey> persons, Processing processing) {
        changes.note(entry(actor, id, persons));
        log.append(
                Zone.SCHOOL,
                processing,
                persons.stream().map(person -> Subject.of(person.bytes())).toList());
    }

    private static AuditEntry entry(Actor actor, NumberChangeId id, List<PersonKey> persons) {
        return AuditEntry.by(actor, "number.undo", ProcessingActivity.CHANGE_NUMBER)
                .on("number-change/" + id)
                .about(Subject.of(persons.get(0).bytes()));
    }
}
