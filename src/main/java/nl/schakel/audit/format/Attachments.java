package nl.schakel.audit.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import nl.schakel.audit.LogFault.Place;
import nl.schakel.audit.LogFaultCode;
import org.jspecify.annotations.Nullable;

/**
 * The attachments of one kind, read beside the entries that they belong to and in the same order, so that only one is held
 * at a time. A line of another form is told as a fault and passed over. Not thread-safe.
 */
final class Attachments implements Closeable {
    private static final String NONE = "-";

    private final LineReader lines;
    private final Map<String, Predicate<@Nullable Object>> forms;
    private final Faults faults;
    private long left;
    private Optional<Attachment> current = Optional.empty();

    /** Reads the attachments of a section, each with exactly the members that have a form. */
    Attachments(Path file, BundleMap.Section section, Map<String, Predicate<@Nullable Object>> forms, Faults faults)
            throws IOException {
        this.lines = section.open(file);
        this.left = section.count();
        this.forms = new TreeMap<>(forms);
        this.faults = faults;
    }

    /** An attachment whose members all have their form. */
    record Attachment(long line, Map<String, @Nullable Object> members) {
        String text(String member) {
            return String.valueOf(members.get(member));
        }

        Place place() {
            return Place.line(line);
        }
    }

    /** The next attachment, where its member has this value. */
    Optional<Attachment> of(String member, String value) throws IOException, Unreadable {
        advance();
        return current.filter(attachment -> attachment.text(member).equals(value));
    }

    /** Goes on to the attachment after this one. */
    void take() {
        current = Optional.empty();
    }

    private void advance() throws IOException, Unreadable {
        while (current.isEmpty() && left > 0) {
            left--;
            current = read();
        }
    }

    private Optional<Attachment> read() throws IOException, Unreadable {
        if (!lines.next()) {
            throw new Unreadable(LogFaultCode.CUT, lines.number() + 1);
        }
        Place place = Place.line(lines.number());
        Optional<Map<String, @Nullable Object>> members = StrictJson.canonicalObject(lines);
        String wrong = members.map(this::wrong).orElse("");
        if (members.isEmpty() || !wrong.equals(NONE)) {
            faults.add(LogFaultCode.ATTACHMENT, place.member(wrong));
            return Optional.empty();
        }
        return Optional.of(new Attachment(lines.number(), members.get()));
    }

    private String wrong(Map<String, @Nullable Object> members) {
        if (!members.keySet().equals(forms.keySet())) {
            return "";
        }
        return forms.entrySet().stream()
                .filter(form -> !form.getValue().test(members.get(form.getKey())))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(NONE);
    }

    /** Tells where attachments are left that belong to no entry. */
    void requireNoneLeft() throws IOException, Unreadable {
        advance();
        current.ifPresent(attachment -> faults.add(LogFaultCode.MISPLACED, attachment.place()));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
