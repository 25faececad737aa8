package nl.schakel.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import nl.schakel.audit.LoggedEntry.PrivatePart;
import nl.schakel.audit.ReleaseNotes.ReleaseNote;

/**
 * Writes a part of the log as a bundle, format 1 (docs/api/formats.md): UTF-8, each line ended by a newline, no byte without a
 * meaning. A part begins with the frontier of what was left out and ends with a signed checkpoint.
 */
@Dependent
public class WriteBundle {
    private static final String FORMAT = "schakel-logboek/1";

    private final LogCopy copy;
    private final Iterable<ReleaseNotes> notes;

    /** Copies this log, with the lists that later features keep. */
    @Inject
    public WriteBundle(LogCopy copy, Instance<ReleaseNotes> notes) {
        this(copy, (Iterable<ReleaseNotes>) notes);
    }

    WriteBundle(LogCopy copy, Iterable<ReleaseNotes> notes) {
        this.copy = copy;
        this.notes = notes;
    }

    /**
     * Writes it all; the writer is flushed and left open.
     *
     * @throws UncheckedIOException where the writer fails
     */
    @Transactional
    public void write(LogExtent extent, Writer out) {
        Lines lines = new Lines(out);
        lines.add(FORMAT);
        lines.add("origin " + extent.until().checkpoint().origin());
        lines.add("from " + extent.from());
        for (byte[] hash : new TileTree(copy.tiles()).frontier(extent.from())) {
            lines.add("frontier " + Base64.getEncoder().encodeToString(hash));
        }
        lines.add("entries " + extent.entries());
        copy.entries(extent, lines::add);
        attachments(extent, lines);
        lines.add("checkpoint");
        lines.end(extent.until().note().orElseThrow(IllegalStateException::new));
    }

    private void attachments(LogExtent extent, Lines lines) {
        List<ReleaseNote> released = new ArrayList<>();
        notes.forEach(port -> released.addAll(port.of(extent)));
        lines.add("attachments " + (copy.attachmentCount(extent) + released.size()));
        copy.attachments(extent, new LogCopy.Attachments() {
            @Override
            public void detail(EntryId entry, PrivatePart part) {
                lines.json("detail", part.text(), "id", entry.value().toString(), "salt", part.salt());
            }

            @Override
            public void subjects(EntryId operation, long first, byte[] subjects) {
                lines.json(
                        "n",
                        first,
                        "operation",
                        operation.value().toString(),
                        "subjects",
                        Base64.getEncoder().encodeToString(subjects));
            }
        });
        released.forEach(one -> lines.json(
                "manifest", one.note().value(), "release", one.release().toString()));
    }

    /** Lines of a text that is written as it comes. */
    private record Lines(Writer out) {
        void add(String line) {
            end(line + "\n");
        }

        void json(Object... members) {
            TreeMap<String, Object> object = new TreeMap<>();
            for (int i = 0; i < members.length; i += 2) {
                object.put(members[i].toString(), members[i + 1]);
            }
            add(CanonicalJson.of(object));
        }

        void end(String text) {
            try {
                out.write(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
