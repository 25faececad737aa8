package nl.schakel.linkage;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.Processing;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.ProcessingLog;
import nl.schakel.audit.Role;
import nl.schakel.audit.Subject;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.Pseudonymizer;

/**
 * Links the pupils of all approved deliveries to the persons of the newest register delivery. The same inputs give the same
 * outcomes; the run, its outcomes, the states of the deliveries and the log entry are one transaction.
 */
@Dependent
public class RunLinkage {
    private final Runs runs;
    private final Pseudonymizer pseudonymizer;
    private final ProcessingLog log;
    private final Clock clock;

    /** Links in this store. */
    @Inject
    public RunLinkage(Runs runs, Pseudonymizer pseudonymizer, ProcessingLog log, Clock clock) {
        this.runs = runs;
        this.pseudonymizer = pseudonymizer;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Runs pass 1.
     *
     * @throws LinkageRefused.NoRegister where no register with a bridge file is loaded
     * @throws LinkageRefused.NothingApproved where there is nothing to link
     */
    @Transactional
    public Run run(Actor actor) {
        actor.require(Role.OPERATOR);
        pseudonymizer.hold(Zone.LINK);
        Instant start = clock.instant();
        Runs.Inputs inputs = runs.inputs().orElseThrow(LinkageRefused.NoRegister::new);
        RunId id = new RunId(UUID.randomUUID());
        Runs.Linked linked = runs.linkByNumber(id, inputs, start);
        if (linked.deliveries() == 0) {
            throw new LinkageRefused.NothingApproved();
        }
        Run run = new Run(
                id,
                start,
                clock.instant(),
                actor.staff(),
                pseudonymizer.generation(),
                inputs.register(),
                inputs.referenceDate(),
                inputs.registers(),
                linked.deliveries(),
                linked.objected(),
                linked.report());
        logProcessing(run);
        runs.add(run, entry(actor, run).detail("erasedRows", linked.erased()));
        return run;
    }

    private void logProcessing(Run run) {
        Processing processing =
                Processing.ok(ProcessingActivity.LINK, "Leerlingen koppelen", run.started(), run.finished());
        ProcessingLog.Operation operation = log.open(Zone.LINK, ProcessingActivity.LINK, run.started());
        runs.persons(
                run.id(),
                block -> operation.add(
                        block.stream().map(person -> Subject.of(person.bytes())).toList()));
        operation.finish(processing);
    }

    private static AuditEntry entry(Actor actor, Run run) {
        Counts all = run.report().all();
        return AuditEntry.by(actor, "linkage.run", ProcessingActivity.LINK)
                .on("linkage/" + run.id())
                .detail("register", run.register().toString())
                .detail("deliveries", run.deliveries())
                .detail("objected", run.objected())
                .detail("linked", all.of(Outcome.LINKED))
                .detail("conflict", all.of(Outcome.CONFLICT))
                .detail("unlinked", all.of(Outcome.UNLINKED));
    }
}
