package nl.schakel.audit;

import java.time.Instant;

/**
 * What the log adds to everything that is said to it.
 *
 * @param activity the identifier of the processing activity in its version in force
 * @param origin whence it came
 * @param moment when it was written
 */
public record Stamp(String activity, Origin origin, Instant moment) {}
