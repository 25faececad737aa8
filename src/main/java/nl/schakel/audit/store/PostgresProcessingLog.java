package nl.schakel.audit.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import nl.schakel.audit.CurrentOrigin;
import nl.schakel.audit.LogPseudonyms;
import nl.schakel.audit.LoggedEntry;
import nl.schakel.audit.Processing;
import nl.schakel.audit.ProcessingLines;
import nl.schakel.audit.ProcessingLog;
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
    private final CurrentOrigin origins;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    PostgresProcessingLog(Database database, LogPseudonyms pseudonyms, CurrentOrigin origins, Clock clock) {
        this.database = database;
        this.pseudonyms = pseudonyms;
        this.origins = origins;
        this.clock = clock;
    }

    @Override
    public long append(Zone zone, Processing processing, Iterable<Subject> subjects) {
        PendingEntries.requireTransaction(database, zone);
        Instant now = clock.instant();
        ProcessingLines lines = new ProcessingLines(processing, origins.origin().trace(), now, random);
        LogPseudonyms.Subjects hashes = pseudonyms.subjects(SchoolYear.of(now));
        try (CopyIn copy = database.copyIn(zone, COPY)) {
            for (Subject subject : subjects) {
                byte[] hash = hashes.of(subject);
                copy.row(COLUMNS).instant(now).uuid(lines.id().value());
                copy.int4(lines.add(hash)).bytes(hash);
            }
            copy.finish();
        }
        LoggedEntry operation = lines.operation();
        PendingEntries.insert(database.statements(zone), operation);
        return lines.size();
    }
}
