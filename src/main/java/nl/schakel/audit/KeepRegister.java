package nl.schakel.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.schakel.platform.database.Zone;

/**
 * The service writes its own register of processing activities when it starts: what program and configuration say now becomes a
 * new version wherever it is not what the newest version says. Nothing that was said is changed, no version is used twice.
 */
@Dependent
public class KeepRegister {
    private final ActivityRegister register;
    private final AuditTrail trail;
    private final Clock clock;

    /** Keeps this register. */
    @Inject
    public KeepRegister(ActivityRegister register, AuditTrail trail, Clock clock) {
        this.register = register;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Adds versions where something changed, with one entry in the log; without a change nothing is written.
     *
     * @param head what is said of all activities, every field
     * @param activities what is said of each, every activity and field
     * @return how many versions were added
     */
    @Transactional
    public int keep(Map<HeadField, String> head, Map<ProcessingActivity, Map<ActivityField, String>> activities) {
        Instant now = clock.instant();
        ProcessingRegister present = register.hold();
        List<String> added = new ArrayList<>();
        RegisterText<HeadField> newestHead = next(present.heads(), head, now);
        if (isNew(newestHead, present.heads())) {
            register.addHead(newestHead);
            added.add("register:" + newestHead.version());
        }
        Map<ProcessingActivity, Integer> versions = new EnumMap<>(ProcessingActivity.class);
        activities.forEach((activity, fields) -> {
            List<RegisterText<ActivityField>> before = present.activities().getOrDefault(activity.word(), List.of());
            RegisterText<ActivityField> newest = next(before, fields, now);
            if (isNew(newest, before)) {
                register.add(activity, newest);
                added.add(activity.word() + ":" + newest.version());
            }
            versions.put(activity, newest.version());
        });
        register.putInForce(versions);
        if (!added.isEmpty()) {
            trail.append(
                    Zone.LOG,
                    AuditEntry.bySystem("activity-register.keep", ProcessingActivity.OPERATE)
                            .on("activity-register")
                            .detail("added", String.join(" ", added)));
        }
        return added.size();
    }

    private static <F extends Enum<F>> RegisterText<F> next(
            List<RegisterText<F>> before, Map<F, String> fields, Instant now) {
        if (before.isEmpty()) {
            return new RegisterText<>(1, now, fields);
        }
        RegisterText<F> newest = before.get(0);
        return newest.fields().equals(fields) ? newest : new RegisterText<>(newest.version() + 1, now, fields);
    }

    private static <F extends Enum<F>> boolean isNew(RegisterText<F> text, List<RegisterText<F>> before) {
        return before.isEmpty() || before.get(0).version() != text.version();
    }
}
