package nl.schakel.oversight;

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
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pupil.Pgn;
import nl.schakel.school.SchoolYear;

/**
 * The one look-up of an approved request: a number goes in, what was done with the pupil's data comes out. The number is keyed
 * at once and kept nowhere; a number that is not known uses the request up too, so that nobody can try.
 */
@Dependent
public class LookUpPupil {
    private final LookUps lookUps;
    private final Pseudonymizer pseudonymizer;
    private final SubjectEvents logged;
    private final ProcessingLog log;
    private final Clock clock;

    /** Works with these ports. */
    @Inject
    public LookUpPupil(
            LookUps lookUps, Pseudonymizer pseudonymizer, SubjectEvents logged, ProcessingLog log, Clock clock) {
        this.lookUps = lookUps;
        this.pseudonymizer = pseudonymizer;
        this.logged = logged;
        this.log = log;
        this.clock = clock;
    }

    /** The request, as long as the actor can still use it. @throws OversightRefused as {@link #lookUp} does */
    @Transactional
    public LookUp ready(Actor actor, LookUpId id) {
        actor.require(Role.PRIVACY_OFFICER);
        return usable(actor, id, clock.instant());
    }

    /**
     * Looks the pupil up.
     *
     * @throws OversightRefused.Unknown where there is no such request
     * @throws OversightRefused.OtherOfficer for anybody but who asked
     * @throws OversightRefused.WrongState where it is not approved, or used before
     * @throws OversightRefused.Expired half an hour after the approval
     * @throws OversightRefused.TooManyToday where the officer has done all of the day
     */
    @Transactional
    public PupilTimeline lookUp(Actor actor, LookUpId id, Pgn number) {
        actor.require(Role.PRIVACY_OFFICER);
        Instant now = clock.instant();
        usable(actor, id, now);
        if (lookUps.usedSince(actor.staff(), SchoolYear.beginOf(SchoolYear.dayOf(now))) >= lookUps.mostPerDay()) {
            throw new OversightRefused.TooManyToday(lookUps.mostPerDay());
        }
        pseudonymizer.hold(Zone.LINK);
        List<PersonKey> persons = lookUps.persons(pseudonymizer.linkage(number));
        AuditEntry entry = AskForLookUp.entry(actor, "look-up.use", id).detail("known", persons.isEmpty() ? 0 : 1);
        if (persons.isEmpty()) {
            lookUps.use(id, now, entry);
            return PupilTimeline.UNKNOWN;
        }
        List<Subject> subjects =
                persons.stream().map(person -> Subject.of(person.bytes())).toList();
        PupilTimeline timeline = logged.with(actor, subjects, lookUps.events(persons));
        lookUps.use(
                id,
                now,
                entry.about(subjects.get(0)).detail("events", timeline.events().size()));
        log.append(
                Zone.LINK,
                Processing.ok(ProcessingActivity.ANSWER_SUBJECT, "Opzoeken voor een verzoek", now, clock.instant()),
                subjects.subList(0, 1));
        return timeline;
    }

    private LookUp usable(Actor actor, LookUpId id, Instant now) {
        LookUp request = lookUps.hold(id).orElseThrow(OversightRefused.Unknown::new);
        if (!request.askedBy().equals(actor.staff())) {
            throw new OversightRefused.OtherOfficer();
        }
        LookUp.State state = request.state(now);
        if (state == LookUp.State.EXPIRED) {
            throw new OversightRefused.Expired();
        }
        if (state != LookUp.State.APPROVED) {
            throw new OversightRefused.WrongState(state);
        }
        return request;
    }
}
