package nl.schakel.audit;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the processing log as it was written.
 *
 * @param id its identifier
 * @param t when its entry was written
 * @param members the members of its entry ({@link ProcessingLines}): strings, longs and nulls
 */
public record LoggedOperation(EntryId id, Instant t, Map<String, ? extends @Nullable Object> members) {
    /** When it began, to the millisecond; its lines were written between then and {@link #t}. */
    public Instant start() {
        return Instant.ofEpochMilli(ProcessingLines.number(members, "start"));
    }

    /** How many lines there are below it. */
    public int lines() {
        return Math.toIntExact(ProcessingLines.number(members, "lines"));
    }

    /** The operation itself as a line: the parent of its lines. */
    public ProcessingLine self() {
        return line(text("span"), Optional.ofNullable(members.get("parent")).map(Object::toString), Optional.empty());
    }

    /**
     * The line of a subject.
     *
     * @param n its number, from 0
     * @param subject the 32 bytes that were added
     */
    public ProcessingLine line(int n, byte[] subject) {
        return line(
                ProcessingLines.span(text("spans"), n),
                Optional.of(text("span")),
                Optional.of(HexFormat.of().formatHex(subject)));
    }

    private ProcessingLine line(String span, Optional<String> parent, Optional<String> subject) {
        return new ProcessingLine(
                text("trace"),
                span,
                parent,
                text("status"),
                text("name"),
                start(),
                Instant.ofEpochMilli(ProcessingLines.number(members, "end")),
                text("purpose"),
                subject,
                subject.map(any -> ProcessingLines.subjectType(members)));
    }

    private String text(String member) {
        return String.valueOf(members.get(member));
    }
}
