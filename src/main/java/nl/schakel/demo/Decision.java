package nl.schakel.demo;

import java.time.LocalDate;

/**
 * A parent's answer to the school's question for consent.
 *
 * @param answer {@code gegeven}, {@code geweigerd} or {@code ingetrokken}
 * @param giver {@code ouder-1}, {@code ouder-2}
 * @param birthYear of the pupil: a parent's consent ends when the pupil turns 16
 */
public record Decision(String pupilKey, String answer, String giver, LocalDate given, int birthYear) {
    /** What is asked: the code of the service's purpose. */
    public static final String PURPOSE = "sociaal-emotioneel";
    /** All questionnaires. */
    public static final String INSTRUMENT = "*";
    /** How the school can prove it. */
    public static final String EVIDENCE = "formulier";
    /** The letter that the parents read. */
    public static final String TEXT_VERSION = "2021-1";
}
