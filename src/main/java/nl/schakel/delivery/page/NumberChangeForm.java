package nl.schakel.delivery.page;

import jakarta.ws.rs.FormParam;
import org.jspecify.annotations.Nullable;

/** The fields of one reported number change; the page never shows them again. */
public class NumberChangeForm {
    @FormParam("oudNummer")
    private @Nullable String before;

    @FormParam("nieuwNummer")
    private @Nullable String after;

    @FormParam("datum")
    private @Nullable String day;

    /** The text of a field of this form, or null. */
    @Nullable
    String field(String name) {
        return switch (name) {
            case "oudNummer" -> before;
            case "nieuwNummer" -> after;
            case "datum" -> day;
            default -> null;
        };
    }
}
