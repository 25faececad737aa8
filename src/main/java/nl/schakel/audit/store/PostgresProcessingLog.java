package nl.schakel.audit.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import nl.schakel.audit.LogPseudonyms;
import nl.schakel.audit.Processing;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.ProcessingLines;
import nl.schakel.audit.ProcessingLog;
import nl.schakel.audit.Stamp;
import nl.schakel.audit.Stamps;
import nl.schakel.audit.Subject;
import nl.schakel.platform.database.CopyIn;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Zone;
import nl.schakel.school.SchoolYear;

/** Subjects in {@code audit.processing_line}, by {@code COPY}; then the entry of the operation, which counts them. */
@Dependent
class PostgresProcessingLog implements ProcessingLog {
    private static final String COPY =
            "copy audit.processing_line (t, operation, n, subject) from stdin (format binary)";
    private static final int COLUMNS = 4;

    private final Database database;
    private final LogPseudonyms pseudonyms;
    private final Stamps stamps;
    private final SecureRandom random = new SecureRandom();

    @Inject
    PostgresProcessingLog(Database database, LogPseudonyms pseudonyms, Stamps stamps) {
        this.database = database;
        this.pseudonyms = pseudonyms;
        this.stamps = stamps;
    }

    @Override
    public Operation open(Zone zone, ProcessingActivity activity, Instant start) {
        PendingEntries.requireTransaction(database, zone);
        return new OpenOperation(zone, start, stamps.now(activity), pseudonyms.subjects(SchoolYear.of(start)));
    }

    /** Lines in {@code audit.processing_line} all of one moment, that of the opening. */
    private final class OpenOperation implements Operation {
        private final Zone zone;
        private final Instant start;
        private final Instant opened;
        private final ProcessingLines lines;
        private final LogPseudonyms.Subjects hashes;

        OpenOperation(Zone zone, Instant start, Stamp stamp, LogPseudonyms.Subjects hashes) {
            this.zone = zone;
            this.start = start;
            this.opened = stamp.moment();
            this.lines = new ProcessingLines(stamp, random);
            this.hashes = hashes;
        }

        @Override
        public void add(Iterable<Subject> subjects) {
            try (CopyIn copy = database.copyIn(zone, COPY)) {
                for (Subject subject : subjects) {
                    byte[] hash = hashes.of(subject);
                    copy.row(COLUMNS).instant(opened).uuid(lines.id().value());
                    copy.int4(lines.add(hash)).bytes(hash);
                }
                copy.finish();
            }
        }

        @Override
        public long finish(Processing processing) {
            if (!processing.start().equals(start)) {
                throw new IllegalArgumentException("an operation ends with the start with which it was opened");
            }
            Instant now = stamps.now(processing.activity()).moment();
            PendingEntries.insert(database.statements(zone), lines.operation(processing, now));
            return lines.size();
        }
    }
}
