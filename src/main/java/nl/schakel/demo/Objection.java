package nl.schakel.demo;

import java.time.LocalDate;

/**
 * A parent's objection to the use of results.
 *
 * @param late whether it comes after the results were delivered
 */
public record Objection(String pupilKey, LocalDate from, boolean late) {}
