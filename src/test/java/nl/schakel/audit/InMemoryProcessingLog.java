package nl.schakel.audit;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.schakel.platform.database.Zone;
import nl.schakel.school.SchoolYear;

/** A processing log for plain tests. Not thread-safe. */
public final class InMemoryProcessingLog implements ProcessingLog {
    private final Clock clock;
    private final List<Processing> operations = new ArrayList<>();
    private final List<LoggedEntry> entries = new ArrayList<>();
    private final List<Subject> subjects = new ArrayList<>();

    /** Logs in the time of this clock. */
    public InMemoryProcessingLog(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Operation open(Zone zone, ProcessingActivity activity, Instant start) {
        Stamps stamps = InMemoryAuditTrail.stamps(clock);
        ProcessingLines lines = new ProcessingLines(stamps.now(activity), new SecureRandom());
        LogPseudonyms.Subjects hashes = new TestKeys().subjects(SchoolYear.of(start));
        return new Operation() {
            @Override
            public void add(Iterable<Subject> pupils) {
                for (Subject pupil : pupils) {
                    subjects.add(pupil);
                    lines.add(hashes.of(pupil));
                }
            }

            @Override
            public long finish(Processing processing) {
                operations.add(processing);
                entries.add(lines.operation(
                        processing, stamps.now(processing.activity()).moment()));
                return lines.size();
            }
        };
    }

    /** The operations, oldest first. */
    public List<Processing> operations() {
        return List.copyOf(operations);
    }

    /** Every subject of every operation, oldest first. */
    public List<Subject> subjects() {
        return List.copyOf(subjects);
    }

    /** The entries of the operations, oldest first. */
    public List<LoggedEntry> entries() {
        return List.copyOf(entries);
    }
}
