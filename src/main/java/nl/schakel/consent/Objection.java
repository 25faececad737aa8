package nl.schakel.consent;

import java.time.Instant;
import java.util.Optional;

/**
 * An objection as it was recorded; says nothing of the pupil and gives no reason.
 *
 * @param from since when the pupil's data may not be delivered or used
 * @param withdrawn when it was withdrawn; empty while it stands
 */
public record Objection(ObjectionId id, Instant from, Instant recorded, Optional<Instant> withdrawn) {}
