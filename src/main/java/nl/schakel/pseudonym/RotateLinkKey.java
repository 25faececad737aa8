package nl.schakel.pseudonym;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.platform.database.Zone;
import nl.schakel.platform.problem.Refusal;
import nl.schakel.pseudonym.PseudonymRefused.NotRotated;

/**
 * Puts the next linkage key over every stored keyed value: no number is needed, and whatever is keyed by person key stays as
 * it is. All in one transaction: the store has the old generation whole or the new one whole. Open uploads are waited
 * for; uploads that begin meanwhile wait, and then use the new generation.
 */
@Dependent
public class RotateLinkKey {
    private final NextLayers layers;
    private final KeyedValues values;
    private final AuditTrail trail;
    private final RecordKeyRefusal refusals;

    /** Rotates these values. */
    @Inject
    public RotateLinkKey(NextLayers layers, KeyedValues values, AuditTrail trail, RecordKeyRefusal refusals) {
        this.layers = layers;
        this.values = values;
        this.trail = trail;
        this.refusals = refusals;
    }

    /**
     * What was done.
     *
     * @param generation the generation now in force
     * @param tables every table with keyed values
     */
    public record Rotation(int generation, List<KeyedValues.Rewritten> tables) {
        /** Rows of all tables. */
        public long rows() {
            return tables.stream().mapToLong(KeyedValues.Rewritten::rows).sum();
        }

        /** Rows that were computed a second time and compared. */
        public long recomputed() {
            return tables.stream().mapToLong(KeyedValues.Rewritten::recomputed).sum();
        }
    }

    /**
     * Rotates to the next generation. A refusal leaves an audit entry of its own and nothing else.
     *
     * @param first the custodian of holder B who proposed it
     * @param second the one who confirms it, another person
     * @param next the generation in force, plus one
     * @throws AuditRefused.NotAllowed unless both are custodians of holder B
     * @throws NotRotated where a check fails; then nothing has changed
     * @throws PseudonymRefused.Suspended where holder B's keys are not available
     */
    @Transactional
    public Rotation rotate(Actor first, Actor second, int next) {
        try {
            return rotated(first, second, next);
        } catch (Refusal refusal) {
            refusals.refused(second, "key.rotate", "key/link/" + next, refusal);
            throw refusal;
        }
    }

    private Rotation rotated(Actor first, Actor second, int next) {
        first.require(Holder.B.role());
        second.require(Holder.B.role());
        if (first.staff().equals(second.staff())) {
            throw new NotRotated(NotRotated.Reason.SAME_PERSON);
        }
        NextLayers.Layer layer = layers.layer(next);
        if (values.lock() + 1 != next) {
            throw new NotRotated(NotRotated.Reason.NOT_NEXT);
        }
        Rotation rotation = new Rotation(next, values.rewrite(layer, next));
        values.putInForce(next);
        trail.append(Zone.LINK, entry(first, "key.rotate-proposed", rotation));
        trail.append(Zone.LINK, entry(second, "key.rotate", rotation));
        return rotation;
    }

    private static AuditEntry entry(Actor actor, String act, Rotation rotation) {
        return AuditEntry.by(actor, act, ProcessingActivity.ADMINISTER_KEYS)
                .of(AuditEntry.Kind.KEY)
                .on("key/link/" + rotation.generation())
                .detail("rows", rotation.rows())
                .detail("recomputed", rotation.recomputed());
    }
}
