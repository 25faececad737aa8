package nl.schakel.extract;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import nl.schakel.study.StudyId;

/** An extract, known by a random number, or by one that follows from the request that asked for it. */
public record ExtractId(UUID value) {
    /** A new one. */
    public static ExtractId random() {
        return new ExtractId(UUID.randomUUID());
    }

    /**
     * The one of a request that may come again: the same for the same study and key (RFC 9562, version 3), so that a repeated
     * request finds what the first one built.
     *
     * @param key whatever the client made up for this request; of no meaning in another study
     */
    public static ExtractId asked(StudyId study, String key) {
        return new ExtractId(UUID.nameUUIDFromBytes((study + "/" + key).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
