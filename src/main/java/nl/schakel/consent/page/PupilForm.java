package nl.schakel.consent.page;

import jakarta.ws.rs.FormParam;
import org.jspecify.annotations.Nullable;

/** The fields by which a form names a pupil. */
public class PupilForm {
    @FormParam("pgn")
    private @Nullable String number;

    @FormParam("vestiging")
    private @Nullable String site;

    @FormParam("leerlingsleutel")
    private @Nullable String localKey;

    @FormParam("vanaf")
    private @Nullable String from;

    /** The text of a field of this form, or null. */
    @Nullable
    String field(String name) {
        return switch (name) {
            case "pgn" -> number;
            case "vestiging" -> site;
            case "leerlingsleutel" -> localKey;
            case "vanaf" -> from;
            default -> null;
        };
    }
}
