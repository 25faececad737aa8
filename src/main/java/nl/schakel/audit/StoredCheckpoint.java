package nl.schakel.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * A checkpoint as it is kept.
 *
 * @param t when it was stored, before it was signed
 * @param note the signed note; empty until it is signed
 */
public record StoredCheckpoint(Checkpoint checkpoint, Instant t, Optional<String> note) {}
