package nl.schakel.delivery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.Processing;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.ProcessingLog;
import nl.schakel.audit.Role;
import nl.schakel.audit.Subject;
import nl.schakel.consent.ExitLock;
import nl.schakel.platform.database.Zone;
import nl.schakel.platform.problem.Fault;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pseudonym.Token;
import nl.schakel.pupil.Pgn;

/**
 * A school reports that pupils' numbers changed. From that moment what came under either number is of one person; an
 * objection or a refusal against one of them holds for both. The numbers are keyed at once and kept nowhere.
 */
@Dependent
public class ChangeNumbers {
    /** How many changes are taken at once. */
    public static final int MOST = 1_000;

    private static final int MOST_FAULTS = 100;
    private static final Map<NumberChanges.Verdict, NumberChangeRule> BROKEN = new EnumMap<>(Map.of(
            NumberChanges.Verdict.UNKNOWN, NumberChangeRule.UNKNOWN_PUPIL,
            NumberChanges.Verdict.CHANGED_BEFORE, NumberChangeRule.CHANGED_BEFORE,
            NumberChanges.Verdict.TURNED_BACK, NumberChangeRule.TURNED_BACK,
            NumberChanges.Verdict.OTHER_PUPIL, NumberChangeRule.OTHER_PUPIL));

    private final NumberChanges changes;
    private final Pseudonymizer pseudonymizer;
    private final PupilDesk desk;
    private final ExitLock lock;
    private final ProcessingLog log;
    private final Clock clock;

    /** Works with these ports. */
    @Inject
    public ChangeNumbers(
            NumberChanges changes,
            Pseudonymizer pseudonymizer,
            PupilDesk desk,
            ExitLock lock,
            ProcessingLog log,
            Clock clock) {
        this.changes = changes;
        this.pseudonymizer = pseudonymizer;
        this.desk = desk;
        this.lock = lock;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Records all changes or none. Each evaluated number counts for the school's quota.
     *
     * @return the change that stands for each report, in their order; a repeated report gives the one that stood
     * @throws DeliveryRefused.NumberChangesWrong with all faults by place, without a number
     * @throws DeliveryRefused.TooManyNumberChanges for more than {@link #MOST}
     */
    @Transactional
    public List<NumberChange> change(Actor actor, List<ReportedNumberChange> reports) {
        actor.require(Role.SCHOOL);
        if (reports.size() > MOST) {
            throw new DeliveryRefused.TooManyNumberChanges(MOST);
        }
        pseudonymizer.hold(Zone.SCHOOL);
        Instant begin = clock.instant();
        List<NumberChanges.Pair> pairs = pairs(reports);
        changes.hold(pairs.stream()
                .flatMap(pair -> Stream.of(pair.before(), pair.after()))
                .toList());
        lock.exclusive(Zone.SCHOOL);
        Instant now = clock.instant();
        List<NumberChanges.Outcome> outcomes = new ArrayList<>();
        for (NumberChanges.Pair pair : pairs) {
            outcomes.add(changes.change(pair, now, actor.staff()));
        }
        refuseBroken(reports, outcomes);
        changes.note(entry(actor, outcomes));
        logProcessing(outcomes, begin, now);
        return outcomes.stream()
                .map(outcome -> changes.find(outcome.change()).orElseThrow())
                .toList();
    }

    private List<NumberChanges.Pair> pairs(List<ReportedNumberChange> reports) {
        List<Pgn> numbers = new ArrayList<>();
        reports.forEach(report -> numbers.add(report.before()));
        reports.forEach(report -> numbers.add(report.after()));
        List<Token> tokens = pseudonymizer.linkage(numbers);
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            if (tokens.get(i).equals(tokens.get(reports.size() + i))) {
                faults.add(NumberChangeRule.SAME_NUMBER.at(reports.get(i).place()));
            }
        }
        refuse(faults);
        List<PersonKey> persons = desk.numbered(tokens);
        List<NumberChanges.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            pairs.add(new NumberChanges.Pair(
                    persons.get(i),
                    persons.get(reports.size() + i),
                    reports.get(i).day()));
        }
        return pairs;
    }

    private static void refuseBroken(List<ReportedNumberChange> reports, List<NumberChanges.Outcome> outcomes) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            NumberChangeRule broken = BROKEN.get(outcomes.get(i).verdict());
            if (broken != null) {
                faults.add(broken.at(reports.get(i).place()));
            }
        }
        refuse(faults);
    }

    /** The transaction rolls back, and with it what was recorded of the other lines. */
    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new DeliveryRefused.NumberChangesWrong(faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
        }
    }

    private static AuditEntry entry(Actor actor, List<NumberChanges.Outcome> outcomes) {
        long fresh = outcomes.stream()
                .filter(outcome -> outcome.verdict() == NumberChanges.Verdict.CHANGED)
                .count();
        AuditEntry entry = AuditEntry.by(actor, "number.change", ProcessingActivity.CHANGE_NUMBER)
                .on("number-change")
                .detail("asked", outcomes.size())
                .detail("recorded", fresh);
        return outcomes.size() == 1
                ? entry.on("number-change/" + outcomes.get(0).change())
                        .about(Subject.of(outcomes.get(0).person().bytes()))
                : entry;
    }

    private void logProcessing(List<NumberChanges.Outcome> outcomes, Instant begin, Instant end) {
        Set<PersonKey> persons = new LinkedHashSet<>();
        outcomes.forEach(outcome -> persons.add(outcome.person()));
        log.append(
                Zone.SCHOOL,
                Processing.ok(ProcessingActivity.CHANGE_NUMBER, "Nummer wijzigen", begin, end),
                persons.stream().map(person -> Subject.of(person.bytes())).toList());
    }
}
