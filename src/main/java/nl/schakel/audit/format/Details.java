package nl.schakel.audit.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import nl.schakel.audit.EntryWriter;
import nl.schakel.audit.LogFault.Place;
import nl.schakel.audit.LogFaultCode;
import nl.schakel.audit.LoggedEntry.PrivatePart;
import org.jspecify.annotations.Nullable;

/** Private parts of entries, held against {@code priv = SHA-256(salt || detail)}. One that was erased is absent. */
final class Details implements Closeable {
    private static final Map<String, Predicate<@Nullable Object>> FORMS = Map.of(
            "detail",
                    value -> value instanceof String text
                            && StrictJson.canonicalObject(text).isPresent(),
            "id",
                    value -> value instanceof String text
                            && EntryForm.ID.matcher(text).matches(),
            "salt",
                    value -> value instanceof String text
                            && EntryForm.HASH.matcher(text).matches());

    private final Attachments attachments;
    private final Faults faults;
    private long right;
    private long erased;

    Details(Path file, BundleMap bundle, Faults faults) throws IOException {
        this.attachments = new Attachments(file, bundle.details(), FORMS, faults);
        this.faults = faults;
    }

    /** The private part of an entry, where it is in the bundle and fits. */
    Map<String, @Nullable Object> of(CheckedEntry entry) throws IOException, Unreadable {
        Optional<String> commitment = entry.optional("priv");
        if (commitment.isEmpty()) {
            return Map.of();
        }
        Optional<Attachments.Attachment> detail =
                attachments.of("id", entry.place().id());
        if (detail.isEmpty()) {
            erased++;
            return Map.of();
        }
        attachments.take();
        if (!commitment.get().equals(commitment(detail.get()))) {
            Place place = entry.place();
            faults.add(LogFaultCode.COMMITMENT, new Place(detail.get().line(), place.seq(), place.id(), ""));
            return Map.of();
        }
        right++;
        return StrictJson.canonicalObject(detail.get().text("detail")).orElseThrow();
    }

    private static String commitment(Attachments.Attachment detail) {
        return EntryWriter.commitment(new PrivatePart(detail.text("salt"), detail.text("detail")));
    }

    void requireNoneLeft() throws IOException, Unreadable {
        attachments.requireNoneLeft();
    }

    long right() {
        return right;
    }

    long erased() {
        return erased;
    }

    @Override
    public void close() throws IOException {
        attachments.close();
    }
}
