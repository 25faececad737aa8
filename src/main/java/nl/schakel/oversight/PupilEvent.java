package nl.schakel.oversight;

import java.time.Instant;
import java.util.List;

/**
 * Something that was done with the data of the pupil who is looked up, in the codes of the API.
 *
 * @param kind {@code levering, register, koppeling, extract, vrijgave, ophalen, bezwaar, toestemming, nummerwijziging}, or
 *     {@code verwerking} for a line of the processing log, {@code handeling} for an act in the log
 * @param place the school with its site, the institution that received, the identifier of the processing activity, or empty
 * @param content school year and part; reference date; method; study and its title; purpose, instrument and giver; day; or the
 *     name of the processing or act
 * @param state a code, or empty
 */
public record PupilEvent(Instant moment, String kind, String place, List<String> content, String state) {
    /** Takes a copy. */
    public PupilEvent {
        content = List.copyOf(content);
    }
}
