package nl.schakel.audit;

import java.time.Instant;
import nl.schakel.platform.database.Zone;

/**
 * Port: the processing log, one line for each pupil whose data an operation touched, without sampling. The operation is an entry
 * of the same log as {@link AuditTrail}'s, of kind {@code ldv}, and commits to its lines ({@link ProcessingLines}).
 */
public interface ProcessingLog {
    /**
     * Writes a line for each subject, by {@code COPY}, and the entry of the operation, in the running transaction of the zone.
     *
     * @param subjects read once, while a {@code COPY} runs: the iterator must not use the zone's connection
     * @return the number of subjects
     */
    default long append(Zone zone, Processing processing, Iterable<Subject> subjects) {
        Operation operation = open(zone, processing.activity(), processing.start());
        operation.add(subjects);
        return operation.finish(processing);
    }

    /**
     * Begins an operation whose subjects come in parts, in the running transaction of the zone.
     *
     * @param start when the operation began; the keyed hashes of its subjects are of that school year
     */
    Operation open(Zone zone, ProcessingActivity activity, Instant start);

    /** An operation under way; all of it belongs to the transaction in which it was opened. Not thread-safe. */
    interface Operation {
        /** Writes a line for each subject, in memory for one; read as {@link #append} reads them. */
        void add(Iterable<Subject> subjects);

        /**
         * Writes the entry of the operation. Without it the lines belong to nothing, so a use case that ends well ends here.
         *
         * @param processing of the activity and start with which it was opened
         * @return the number of subjects
         */
        long finish(Processing processing);
    }
}
