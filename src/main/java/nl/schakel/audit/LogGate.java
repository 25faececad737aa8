package nl.schakel.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.schakel.platform.database.Zone;

/** Port: how far the log is sealed, asked within the running transaction of another zone (cold). */
public interface LogGate {
    /** Since when the oldest entry waits that stands in no signed checkpoint; empty where none does. */
    Optional<Instant> behindSince(Zone zone);

    /** Whether the entries of these acts about the object are there, and all of them stand in a signed checkpoint. */
    boolean isSealed(Zone zone, String object, List<String> acts);
}
