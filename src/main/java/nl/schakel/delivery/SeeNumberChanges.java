package nl.schakel.delivery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.Role;

/** A school looks at the number changes that it reported; no pupil is named in them. */
@Dependent
public class SeeNumberChanges {
    /** How many are shown at most, the newest first. */
    public static final int MOST = 1_000;

    private final NumberChanges changes;

    /** Reads these. */
    @Inject
    public SeeNumberChanges(NumberChanges changes) {
        this.changes = changes;
    }

    /** The school's newest changes. */
    @Transactional
    public List<NumberChange> newest(Actor actor) {
        actor.require(Role.SCHOOL);
        changes.note(AuditEntry.by(actor, "number.list", ProcessingActivity.CHANGE_NUMBER)
                .on("number-change"));
        return changes.newest(MOST);
    }
}
