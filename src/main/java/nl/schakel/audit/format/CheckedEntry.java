package nl.schakel.audit.format;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.audit.LogFault.Place;
import org.jspecify.annotations.Nullable;

/**
 * An entry whose members all have their form.
 *
 * @param members as {@link StrictJson} reads them
 */
record CheckedEntry(Place place, Map<String, @Nullable Object> members) {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int BITS_BELOW_TIME = 16;

    UUID id() {
        return UUID.fromString(place.id());
    }

    String text(String member) {
        return String.valueOf(members.get(member));
    }

    Optional<String> optional(String member) {
        return Optional.ofNullable(members.get(member)).map(String::valueOf);
    }

    long count(String member) {
        return members.get(member) instanceof Double number ? number.longValue() : 0;
    }

    boolean isOperation() {
        return text("kind").equals(EntryForm.OPERATION);
    }

    /** Whether the entry tells of something that was done. */
    boolean done() {
        return text("res").equals("ok");
    }

    /** The moment in the identifier, to the millisecond. */
    Instant moment() {
        return Instant.ofEpochMilli(id().getMostSignificantBits() >>> BITS_BELOW_TIME);
    }

    /** Whether the entry was written at the moment of its identifier; an operation, which begins with it, then or later. */
    boolean isOfMoment() {
        String began = MOMENT.format(moment());
        String written = text("t");
        return isOperation()
                ? began.length() == written.length() && began.compareTo(written) <= 0
                : began.equals(written);
    }
}
