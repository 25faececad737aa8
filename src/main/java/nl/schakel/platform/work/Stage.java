package nl.schakel.platform.work;

import java.util.UUID;
import nl.schakel.platform.database.Zone;

/**
 * A step of the flow that runs in the background. Pending work is a row; a stage claims it, does it and removes the row in
 * one transaction, so work is done once or not at all. Implementations are idempotent on the subject.
 */
public interface Stage {
    /** The stable name under which work for this stage is stored. */
    String name();

    /** The zone in which the work and its row live. */
    Zone zone();

    /** Does the work of one row; runs within the transaction that claimed it. */
    void run(UUID subject);
}
