package nl.schakel.audit;

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
    long append(Zone zone, Processing processing, Iterable<Subject> subjects);
}
