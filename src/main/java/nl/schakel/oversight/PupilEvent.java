package nl.schakel.oversight;

import java.time.Instant;

/**
 * Something that was done with the data of the pupil who is looked up.
 *
 * @param kind {@code levering, register, koppeling, extract, vrijgave, ophalen, bezwaar, toestemming, nummerwijziging} or
 *     {@code verwerking} for a line of the log
 * @param place the school with its site, the institution that received, or empty
 * @param content school year and part, study, purpose, or the name of the processing
 * @param state a word, or empty
 */
public record PupilEvent(Instant moment, String kind, String place, String content, String state) {}
