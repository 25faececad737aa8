package nl.schakel.audit.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.schakel.audit.LogFaultCode;
import nl.schakel.audit.TreeHash;

/**
 * Where everything stands in a bundle: found in a first reading, which also holds its frame against the format. No entry and
 * no attachment is kept.
 *
 * @param frontier the compact range of the entries that are left out
 * @param noteLine the line at which the signed note begins
 */
record BundleMap(
        String origin,
        long from,
        List<byte[]> frontier,
        Section entries,
        Section details,
        Section operations,
        Section manifests,
        long noteLine,
        String note) {
    /** The first line. */
    static final String FORMAT = "schakel-logboek/1";

    /** The name of a log: the form of a key name in C2SP signed notes, of ASCII. */
    static final Pattern ORIGIN = Pattern.compile("[!-*,-~]{1,255}");

    private static final List<String> ATTACHMENTS = List.of("{\"detail\":", "{\"n\":", "{\"manifest\":");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,15}");
    private static final long LARGEST = (1L << 53) - 1;
    private static final int LONGEST_NOTE = 1 << 18;

    /** A run of lines of one kind. */
    record Section(long offset, long line, long count) {
        LineReader open(Path file) throws IOException {
            return new LineReader(file, offset, line);
        }
    }

    /** The entries of the whole log. */
    long size() {
        return from + entries.count();
    }

    /** Reads the frame of a bundle. @throws Unreadable where it has another form */
    static BundleMap read(Path file) throws IOException, Unreadable {
        try (LineReader lines = new LineReader(file, 0, 1)) {
            return new Frame(lines).read();
        }
    }

    /** A number of the bundle's frame, below 2^53; otherwise empty. */
    static Optional<Long> number(String text) {
        return NUMBER.matcher(text).matches()
                ? Optional.of(Long.parseLong(text)).filter(value -> value <= LARGEST)
                : Optional.empty();
    }

    /** A hash in base64 that has one spelling only; otherwise empty. */
    static Optional<byte[]> hash(String base64) {
        return base64(base64).filter(bytes -> bytes.length == TreeHash.LENGTH);
    }

    /** Bytes in base64 that has one spelling only; otherwise empty. */
    static Optional<byte[]> base64(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return Base64.getEncoder().encodeToString(bytes).equals(base64) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The reading. */
    private static final class Frame {
        private final LineReader lines;

        Frame(LineReader lines) {
            this.lines = lines;
        }

        BundleMap read() throws IOException, Unreadable {
            if (!lines.required().equals(FORMAT)) {
                throw new Unreadable(LogFaultCode.FORMAT, 1);
            }
            String origin = after("origin ");
            require(ORIGIN.matcher(origin).matches());
            long from = numberAfter("from ");
            List<byte[]> frontier = new ArrayList<>();
            for (int i = Long.bitCount(from); i > 0; i--) {
                frontier.add(hash(after("frontier ")).orElseThrow(this::wrong));
            }
            Section entries = section(numberAfter("entries "));
            require(entries.count() <= LARGEST - from);
            for (long i = 0; i < entries.count(); i++) {
                skip("{");
            }
            List<Section> attachments = attachments(numberAfter("attachments "));
            require(lines.required().equals("checkpoint"));
            long noteLine = lines.number() + 1;
            return new BundleMap(
                    origin,
                    from,
                    frontier,
                    entries,
                    attachments.get(0),
                    attachments.get(1),
                    attachments.get(2),
                    noteLine,
                    note());
        }

        private List<Section> attachments(long count) throws IOException, Unreadable {
            List<Section> sections = new ArrayList<>();
            Section section = section(0);
            for (long i = 0; i < count; i++) {
                long offset = lines.offset();
                skip("{");
                while (!lines.startsWith(ATTACHMENTS.get(sections.size()))) {
                    sections.add(section);
                    section = new Section(offset, lines.number(), 0);
                    require(sections.size() < ATTACHMENTS.size());
                }
                section = new Section(section.offset(), section.line(), section.count() + 1);
            }
            while (sections.size() < ATTACHMENTS.size()) {
                sections.add(section);
                section = section(0);
            }
            return sections;
        }

        private Section section(long count) {
            return new Section(lines.offset(), lines.number() + 1, count);
        }

        private void skip(String start) throws IOException, Unreadable {
            if (!lines.next()) {
                throw new Unreadable(LogFaultCode.CUT, lines.number() + 1);
            }
            require(lines.startsWith(start));
        }

        private String note() throws IOException, Unreadable {
            StringBuilder note = new StringBuilder(lines.required()).append('\n');
            while (lines.next()) {
                note.append(lines.decoded()).append('\n');
                require(note.length() <= LONGEST_NOTE);
            }
            return note.toString();
        }

        private String after(String keyword) throws IOException, Unreadable {
            String line = lines.required();
            require(line.startsWith(keyword));
            return line.substring(keyword.length());
        }

        private long numberAfter(String keyword) throws IOException, Unreadable {
            return number(after(keyword)).orElseThrow(this::wrong);
        }

        private void require(boolean right) throws Unreadable {
            if (!right) {
                throw wrong();
            }
        }

        private Unreadable wrong() {
            return new Unreadable(LogFaultCode.STRUCTURE, lines.number());
        }
    }
}
