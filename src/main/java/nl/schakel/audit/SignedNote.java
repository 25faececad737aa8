package nl.schakel.audit;

/**
 * A text with its signature, as a C2SP signed note: the text, an empty line, and one line {@code — <key name> <base64>}.
 *
 * @param value the whole note, UTF-8, ending in a newline
 */
public record SignedNote(String value) {}
