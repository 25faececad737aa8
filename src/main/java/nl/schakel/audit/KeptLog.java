package nl.schakel.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.schakel.platform.database.Zone;

/**
 * What an exit asks of the log before anything leaves: that the log is being kept, and that what is in it about this exit can no
 * longer be edited. An entry without a signed checkpoint still can.
 */
@Dependent
public class KeptLog {
    /** How long entries may wait for their checkpoint before nothing leaves any more. */
    public static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final LogGate gate;
    private final Clock clock;

    /** Asks this gate, in the time of this clock. */
    @Inject
    public KeptLog(LogGate gate, Clock clock) {
        this.gate = gate;
        this.clock = clock;
    }

    /** Returns normally where the log keeps up. @throws AuditRefused.LogBehind where entries wait too long */
    public void requireKept(Zone zone) {
        boolean behind = gate.behindSince(zone)
                .filter(since -> since.plus(LONGEST_WAIT).isBefore(clock.instant()))
                .isPresent();
        if (behind) {
            throw new AuditRefused.LogBehind();
        }
    }

    /** Returns normally where these acts about the object are sealed. @throws AuditRefused.NotSealed until they are */
    public void requireSealed(Zone zone, String object, List<String> acts) {
        requireKept(zone);
        if (!gate.isSealed(zone, object, acts)) {
            throw new AuditRefused.NotSealed();
        }
    }
}
