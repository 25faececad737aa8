package nl.schakel.release;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import nl.schakel.audit.Processing;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.ProcessingLog;
import nl.schakel.audit.Subject;
import nl.schakel.extract.ExtractMembers;
import nl.schakel.platform.database.Zone;

/** What the processing log hears of packages: a line for each pupil in one that leaves or is removed. */
@Dependent
public class PackageLog {
    private final ExtractMembers members;
    private final ProcessingLog log;
    private final Clock clock;

    @Inject
    public PackageLog(ExtractMembers members, ProcessingLog log, Clock clock) {
        this.members = members;
        this.log = log;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** Writes the lines in the running transaction. */
    void processed(Release release, ProcessingActivity activity, String name, Instant start) {
        log.append(
                Zone.COLD,
                Processing.ok(activity, name, start, now()),
                members.of(release.extract()).stream()
                        .map(person -> Subject.of(person.bytes()))
                        .toList());
    }
}
