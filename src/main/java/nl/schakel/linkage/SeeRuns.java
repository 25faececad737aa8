package nl.schakel.linkage;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.Role;

/** Shows the operator the runs and how they went. */
@Dependent
public class SeeRuns {
    private final Runs runs;

    /** Shows this store. */
    @Inject
    public SeeRuns(Runs runs) {
        this.runs = runs;
    }

    /** The newest runs, newest first. */
    @Transactional
    public List<Run> newest(Actor actor, int most) {
        actor.require(Role.OPERATOR);
        runs.note(
                AuditEntry.by(actor, "linkage.see", ProcessingActivity.OPERATE).on("linkage"));
        return runs.newest(most);
    }

    /** One run. @throws LinkageRefused.NotFound where there is none such */
    @Transactional
    public Run one(Actor actor, RunId id) {
        actor.require(Role.OPERATOR);
        Run run = runs.find(id).orElseThrow(LinkageRefused.NotFound::new);
        runs.note(
                AuditEntry.by(actor, "linkage.see", ProcessingActivity.OPERATE).on("linkage/" + id));
        return run;
    }
}
