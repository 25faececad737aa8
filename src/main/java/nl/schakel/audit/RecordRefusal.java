package nl.schakel.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Optional;
import nl.schakel.platform.database.Zone;
import nl.schakel.platform.problem.Refusal;
import nl.schakel.platform.problem.RefusalListener;

/**
 * Records every refusal in a transaction of its own, since that of the refused use case has rolled back. The entry is
 * written in the zone of the actor's role: no role of the database can write in the name of another.
 */
@Dependent
public class RecordRefusal implements RefusalListener {
    private final CurrentActor actors;
    private final CurrentObject objects;
    private final AuditTrail trail;

    /** Records in this trail. */
    @Inject
    public RecordRefusal(CurrentActor actors, CurrentObject objects, AuditTrail trail) {
        this.actors = actors;
        this.objects = objects;
        this.trail = trail;
    }

    /**
     * The entry has the result {@code denied}, the object of the request's address and the activity of the act; the
     * reason's slug is an erasable detail, its facts are not kept.
     */
    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void refused(String act, Refusal refusal) {
        Optional<Actor> actor = actors.actor();
        String object = objects.object();
        ProcessingActivity activity = RefusedActivity.of(name(act), object);
        AuditEntry entry = actor.map(a -> AuditEntry.by(a, name(act), activity))
                .orElseGet(() -> AuditEntry.byNobody(name(act), activity))
                .on(object)
                .of(activity == ProcessingActivity.ADMINISTER_KEYS ? AuditEntry.Kind.KEY : AuditEntry.Kind.ACT)
                .ended(AuditEntry.Result.DENIED)
                .detail("reason", refusal.slug());
        trail.append(actor.map(RecordRefusal::zone).orElse(Zone.ACCOUNT), entry);
    }

    /** {@code delivery.receiveFile} as {@code delivery.receive-file}, the form of {@link AuditEntry#act}. */
    private static String name(String act) {
        return act.replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z.-]", "");
    }

    private static Zone zone(Actor actor) {
        if (actor.has(Role.SCHOOL)) {
            return Zone.SCHOOL;
        }
        boolean link = actor.has(Role.OPERATOR) || actor.roles().stream().anyMatch(Role::keepsKeys);
        return link ? Zone.LINK : Zone.COLD;
    }
}
