package nl.schakel.consent;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.Processing;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.ProcessingLog;
import nl.schakel.audit.Role;
import nl.schakel.audit.Subject;
import nl.schakel.platform.database.Zone;
import nl.schakel.platform.problem.Fault;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.school.SchoolYear;

/**
 * A school reports that a parent or pupil objects. From that moment the pupil is in no delivery of that school and no exit
 * of anybody, and what schools delivered about the pupil is erased. Only the fact of the objection stays.
 */
@Dependent
public class RecordObjection {
    /** How many objections are taken at once. */
    public static final int MOST = 1_000;

    private static final String ACT = "objection.record";

    private final ObjectionRegister register;
    private final NamedPupils pupils;
    private final Instance<HoldsPupilData> holders;
    private final ExitLock lock;
    private final ProcessingLog log;
    private final Clock clock;

    /** Works with these ports. */
    @Inject
    public RecordObjection(
            ObjectionRegister register,
            NamedPupils pupils,
            Instance<HoldsPupilData> holders,
            ExitLock lock,
            ProcessingLog log,
            Clock clock) {
        this.register = register;
        this.pupils = pupils;
        this.holders = holders;
        this.lock = lock;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Records all objections or none. Against a pupil for whom the school has a standing objection nothing is added.
     *
     * @return the standing objection of each request, in their order
     * @throws ConsentRefused where a day lies in the future, a site is another school's or there are too many
     */
    @Transactional
    public List<Objection> record(Actor actor, List<ObjectionRequest> requests) {
        actor.require(Role.SCHOOL);
        Instant begin = clock.instant();
        check(requests, begin);
        List<PersonKey> persons = pupils.of(
                actor.requireSchool(),
                requests.stream().map(ObjectionRequest::pupil).toList());
        lock.exclusive(Zone.SCHOOL);
        Instant now = clock.instant();
        Map<PersonKey, Objection> fresh = new LinkedHashMap<>();
        List<Objection> answers = new ArrayList<>();
        for (int i = 0; i < persons.size(); i++) {
            answers.add(answer(persons.get(i), requests.get(i), now, fresh));
        }
        register.record(fresh, entry(actor, answers, fresh, erased(fresh)));
        log(fresh, begin, now);
        return answers;
    }

    private static void check(List<ObjectionRequest> requests, Instant now) {
        if (requests.size() > MOST) {
            throw new ConsentRefused.TooMany(MOST);
        }
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            if (requests.get(i).from().orElse(SchoolYear.dayOf(now)).isAfter(SchoolYear.dayOf(now))) {
                faults.add(new Fault(
                        requests.size() == 1 ? "vanaf" : "bezwaar " + (i + 1) + ", vanaf",
                        "BE-0001",
                        "een dag die niet in de toekomst ligt",
                        "Vul de dag in waarop het bezwaar is gemaakt."));
            }
        }
        if (!faults.isEmpty()) {
            throw new ConsentRefused.Wrong(faults);
        }
    }

    private Objection answer(PersonKey person, ObjectionRequest request, Instant now, Map<PersonKey, Objection> fresh) {
        Objection standing = fresh.get(person);
        if (standing != null) {
            return standing;
        }
        Optional<Objection> known = register.standing(person, now);
        if (known.isPresent()) {
            return known.get();
        }
        Instant from = request.from().map(SchoolYear::beginOf).orElse(now);
        Objection objection = new Objection(new ObjectionId(UUID.randomUUID()), from, now, Optional.empty());
        fresh.put(person, objection);
        return objection;
    }

    private long erased(Map<PersonKey, Objection> fresh) {
        long rows = 0;
        for (PersonKey person : fresh.keySet()) {
            for (HoldsPupilData holder : holders) {
                rows += holder.erase(Zone.SCHOOL, person, HoldsPupilData.Reason.OBJECTION);
            }
        }
        return rows;
    }

    private static AuditEntry entry(
            Actor actor, List<Objection> answers, Map<PersonKey, Objection> fresh, long erased) {
        AuditEntry entry = AuditEntry.by(actor, ACT, ProcessingActivity.RECORD_OBJECTION)
                .of(AuditEntry.Kind.CONSENT)
                .on("objection")
                .detail("asked", answers.size())
                .detail("recorded", fresh.size())
                .detail("erasedRows", erased);
        if (fresh.size() != 1) {
            return entry;
        }
        Map.Entry<PersonKey, Objection> one = fresh.entrySet().iterator().next();
        return entry.on("objection/" + one.getValue().id().value())
                .about(Subject.of(one.getKey().bytes()));
    }

    private void log(Map<PersonKey, Objection> fresh, Instant begin, Instant end) {
        Processing processing = Processing.ok(ProcessingActivity.RECORD_OBJECTION, "Bezwaar vastleggen", begin, end);
        log.append(
                Zone.SCHOOL,
                processing,
                fresh.keySet().stream().map(p -> Subject.of(p.bytes())).toList());
    }
}
