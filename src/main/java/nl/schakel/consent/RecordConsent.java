package nl.schakel.consent;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
 * A school reports what parents or pupils decided about the use of social-emotional data. A decision is added, never
 * changed. Where a refusal or withdrawal ends the basis, what was stored by it is erased in the same transaction.
 */
@Dependent
public class RecordConsent {
    /** How many decisions are taken at once. */
    public static final int MOST = 1_000;

    private static final String ACT = "consent.record";

    private final ConsentRegister register;
    private final NamedPupils pupils;
    private final Instance<HoldsPupilData> holders;
    private final ExitLock lock;
    private final ProcessingLog log;
    private final Clock clock;

    /** Works with these ports. */
    @Inject
    public RecordConsent(
            ConsentRegister register,
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
     * Records all decisions or none.
     *
     * @return what was recorded, in the order of the requests
     * @throws ConsentRefused where a decision breaks a {@link ConsentRule}, a site is another school's or there are too many
     */
    @Transactional
    public List<Decision> record(Actor actor, List<ConsentRequest> requests) {
        actor.require(Role.SCHOOL);
        Instant begin = clock.instant();
        check(requests, begin);
        List<PersonKey> persons = pupils.of(
                actor.requireSchool(),
                requests.stream().map(ConsentRequest::pupil).toList());
        lock.exclusive(Zone.SCHOOL);
        Instant now = clock.instant();
        List<NewDecision> decisions = new ArrayList<>();
        for (int i = 0; i < persons.size(); i++) {
            decisions.add(new NewDecision(persons.get(i), requests.get(i).decision(actor.requireSchool(), now)));
        }
        register.record(decisions, entry(actor, decisions));
        decisions.forEach(decision -> eraseWhereEnded(decision, now));
        log.append(
                Zone.SCHOOL,
                Processing.ok(ProcessingActivity.RECORD_CONSENT, "Toestemming vastleggen", begin, now),
                persons.stream().distinct().map(p -> Subject.of(p.bytes())).toList());
        return decisions.stream().map(NewDecision::decision).toList();
    }

    private static void check(List<ConsentRequest> requests, Instant now) {
        if (requests.size() > MOST) {
            throw new ConsentRefused.TooMany(MOST);
        }
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            String place = requests.size() == 1 ? "" : "beslissing " + (i + 1);
            ConsentRule.brokenBy(requests.get(i), SchoolYear.dayOf(now)).forEach(rule -> faults.add(rule.at(place)));
        }
        if (!faults.isEmpty()) {
            throw new ConsentRefused.Wrong(faults);
        }
    }

    private void eraseWhereEnded(NewDecision made, Instant now) {
        Decision decision = made.decision();
        if (decision.allows() || register.effective(made.person(), decision.purpose(), decision.instrument(), now)) {
            return;
        }
        for (HoldsPupilData holder : holders) {
            if (decision.instrument().equals(Instrument.ALL)) {
                holder.erase(Zone.SCHOOL, made.person(), HoldsPupilData.Reason.CONSENT_ENDED);
            } else {
                holder.eraseInstrument(Zone.SCHOOL, made.person(), decision.instrument());
            }
        }
    }

    private static AuditEntry entry(Actor actor, List<NewDecision> decisions) {
        AuditEntry entry = AuditEntry.by(actor, ACT, ProcessingActivity.RECORD_CONSENT)
                .of(AuditEntry.Kind.CONSENT)
                .on("consent")
                .detail("recorded", decisions.size());
        for (Choice choice : Choice.values()) {
            entry = entry.detail(choice.word(), count(decisions, choice));
        }
        if (decisions.size() != 1) {
            return entry;
        }
        NewDecision one = decisions.get(0);
        return entry.on("consent/" + one.decision().id().value())
                .about(Subject.of(one.person().bytes()));
    }

    private static long count(List<NewDecision> decisions, Choice choice) {
        return decisions.stream().filter(d -> d.decision().choice() == choice).count();
    }
}
