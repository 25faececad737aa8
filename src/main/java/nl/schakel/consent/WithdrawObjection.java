package nl.schakel.consent;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.Processing;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.ProcessingLog;
import nl.schakel.audit.Role;
import nl.schakel.audit.Subject;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.PersonKey;

/** A school reports that an objection no longer stands. What was erased does not come back; later deliveries count. */
@Dependent
public class WithdrawObjection {
    private static final String ACT = "objection.withdraw";

    private final ObjectionRegister register;
    private final NamedPupils pupils;
    private final ExitLock lock;
    private final ProcessingLog log;
    private final Clock clock;

    /** Works with these ports. */
    @Inject
    public WithdrawObjection(
            ObjectionRegister register, NamedPupils pupils, ExitLock lock, ProcessingLog log, Clock clock) {
        this.register = register;
        this.pupils = pupils;
        this.lock = lock;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Withdraws the objection; one that was withdrawn before stays as it is.
     *
     * @throws ConsentRefused.UnknownObjection where the school has none of that identifier
     */
    @Transactional
    public Objection withdraw(Actor actor, ObjectionId id) {
        actor.require(Role.SCHOOL);
        Instant begin = clock.instant();
        lock.exclusive(Zone.SCHOOL);
        Objection objection = register.find(id).orElseThrow(ConsentRefused.UnknownObjection::new);
        if (objection.withdrawn().isPresent()) {
            return objection;
        }
        PersonKey person = register.person(id).orElseThrow(ConsentRefused.UnknownObjection::new);
        return ended(actor, person, objection, begin);
    }

    /**
     * Withdraws the standing objection against the pupil.
     *
     * @throws ConsentRefused.UnknownObjection where the school has none
     */
    @Transactional
    public Objection withdraw(Actor actor, PupilReference pupil) {
        actor.require(Role.SCHOOL);
        Instant begin = clock.instant();
        PersonKey person = pupils.of(actor.requireSchool(), List.of(pupil)).get(0);
        lock.exclusive(Zone.SCHOOL);
        Objection objection =
                register.standing(person, clock.instant()).orElseThrow(ConsentRefused.UnknownObjection::new);
        return ended(actor, person, objection, begin);
    }

    private Objection ended(Actor actor, PersonKey person, Objection objection, Instant begin) {
        Instant now = clock.instant();
        AuditEntry entry = AuditEntry.by(actor, ACT, ProcessingActivity.RECORD_OBJECTION)
                .of(AuditEntry.Kind.CONSENT)
                .on("objection/" + objection.id().value())
                .about(Subject.of(person.bytes()));
        register.withdraw(objection.id(), now, entry);
        log.append(
                Zone.SCHOOL,
                Processing.ok(ProcessingActivity.RECORD_OBJECTION, "Bezwaar intrekken", begin, now),
                List.of(Subject.of(person.bytes())));
        return new Objection(objection.id(), objection.from(), objection.recorded(), Optional.of(now));
    }
}
