package nl.schakel.audit.format;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.schakel.audit.LogFaultCode;
import nl.schakel.school.SchoolYear;

/**
 * What the acts on releases and keys owe one another: every release has two approvers, every key event two custodians, and no
 * step comes before the one that it follows from. {@link #STEPS} is the whole truth. Not thread-safe.
 */
final class PairedActs {
    /** Every act that an entry of kind rel or key may tell of. */
    static final Map<String, Step> STEPS = steps();

    private static final String NOTHING = "";

    private final Map<String, Open> open;
    private final Faults faults;
    private long releases;
    private long keyEvents;
    private long undecided;

    PairedActs(Map<String, Open> open, Faults faults) {
        this.open = new TreeMap<>(open);
        this.faults = faults;
    }

    /** Who must take a step, compared with who took the one before. */
    enum By {
        ANYBODY,
        ANOTHER
    }

    /**
     * One act.
     *
     * @param from how its object may stand before it; nothing where it begins something
     * @param to how it stands after it; nothing where that ends it
     */
    record Step(String kind, Set<String> from, String to, By by, LogFaultCode outOfOrder, LogFaultCode samePerson) {}

    /**
     * How an object stands that is not finished.
     *
     * @param was the name of its last step's outcome
     * @param by the keyed hash of who took that step
     * @param moment when, in milliseconds since 1970
     */
    record Open(String was, String by, long moment) {}

    private static Map<String, Step> steps() {
        Map<String, Step> steps = new TreeMap<>();
        Set<String> unfinished = Set.of("built", "approved", "released");
        steps.put("release.pack", release(Set.of(NOTHING), "built"));
        steps.put("release.approve", release(Set.of("built"), "approved"));
        steps.put(
                "release.release",
                new Step(
                        "rel",
                        Set.of("approved"),
                        "released",
                        By.ANOTHER,
                        LogFaultCode.ONE_APPROVER,
                        LogFaultCode.SAME_APPROVER));
        steps.put("release.download", release(Set.of("released"), "released"));
        steps.put("release.recall", release(unfinished, NOTHING));
        steps.put("release.end", release(unfinished, NOTHING));
        steps.put("key.propose", proposed("proposed"));
        steps.put("key.confirm", settled("proposed", By.ANOTHER));
        steps.put("key.reject", settled("proposed", By.ANYBODY));
        for (String work : List.of("rotate", "open", "close")) {
            steps.put("key." + work + "-proposed", proposed(work));
            steps.put("key." + work, settled(work, By.ANOTHER));
        }
        return steps;
    }

    private static Step release(Set<String> from, String to) {
        return new Step("rel", from, to, By.ANYBODY, LogFaultCode.RELEASE_ORDER, LogFaultCode.SAME_APPROVER);
    }

    private static Step proposed(String to) {
        return new Step(
                "key", Set.of(NOTHING), to, By.ANYBODY, LogFaultCode.PROPOSED_TWICE, LogFaultCode.SAME_CUSTODIAN);
    }

    private static Step settled(String from, By by) {
        return new Step("key", Set.of(from), NOTHING, by, LogFaultCode.UNPAIRED, LogFaultCode.SAME_CUSTODIAN);
    }

    /** Whether an entry is one that these rules are about. */
    static boolean concern(CheckedEntry entry) {
        boolean paired = Set.of("rel", "key").contains(entry.text("kind")) || STEPS.containsKey(entry.text("act"));
        return paired && entry.done();
    }

    /** Judges an entry that {@link #concern} tells to be one of these, and follows it. */
    void follow(CheckedEntry entry) {
        Step step = STEPS.get(entry.text("act"));
        if (step == null || !step.kind().equals(entry.text("kind"))) {
            faults.add(LogFaultCode.UNKNOWN_ACT, entry.place().member("act"));
            return;
        }
        Optional<String> actor = entry.optional("actor");
        if (actor.isEmpty()) {
            faults.add(LogFaultCode.NOBODY, entry.place().member("actor"));
            return;
        }
        String object = entry.text("obj");
        Open before = open.getOrDefault(object, new Open(NOTHING, NOTHING, 0));
        Open after = new Open(step.to(), actor.get(), entry.moment().toEpochMilli());
        judge(entry, step, before, after);
        if (step.to().equals(NOTHING)) {
            open.remove(object);
        } else {
            open.put(object, after);
        }
    }

    private void judge(CheckedEntry entry, Step step, Open before, Open after) {
        if (!step.from().contains(before.was())) {
            faults.add(step.outOfOrder(), entry.place().member("obj"));
        } else if (step.by() == By.ANOTHER && before.by().equals(after.by())) {
            faults.add(step.samePerson(), entry.place().member("actor"));
        } else if (step.by() == By.ANOTHER) {
            count(step, before, after);
        }
    }

    private void count(Step step, Open before, Open after) {
        if (step.kind().equals("rel")) {
            releases++;
        } else {
            keyEvents++;
        }
        if (year(before) != year(after)) {
            undecided++;
        }
    }

    /** Staff have another keyed hash in each school year. */
    private static int year(Open act) {
        LocalDate day = SchoolYear.dayOf(Instant.ofEpochMilli(act.moment()));
        return day.getMonthValue() >= Month.AUGUST.getValue() ? day.getYear() : day.getYear() - 1;
    }

    /** Releases that had two approvers. */
    long releases() {
        return releases;
    }

    /** Key events that had two custodians. */
    long keyEvents() {
        return keyEvents;
    }

    /** Pairs of two school years, in which one person would have two names. */
    long undecided() {
        return undecided;
    }

    /** What is not finished, by its object. */
    Map<String, Open> open() {
        return new TreeMap<>(open);
    }
}
