package nl.schakel.consent.page;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import nl.schakel.consent.Purpose;
import org.jspecify.annotations.Nullable;

/** The fields of a decision in a form. The purpose is that of the screen. */
public class DecisionForm {
    @BeanParam
    private PupilForm pupil = new PupilForm();

    @FormParam("besluit")
    private @Nullable String choice;

    @FormParam("gever")
    private @Nullable String giver;

    @FormParam("instrument")
    private @Nullable String instrument;

    @FormParam("tekstversie")
    private @Nullable String text;

    @FormParam("bewijs")
    private @Nullable String evidence;

    @FormParam("gegevenOp")
    private @Nullable String given;

    @FormParam("geboortejaar")
    private @Nullable String birthYear;

    @FormParam("geldigTot")
    private @Nullable String lastDay;

    /** The text of a field of this form, or null. */
    @Nullable
    String field(String name) {
        return switch (name) {
            case "doel" -> Purpose.SOCIAL_EMOTIONAL.code();
            case "besluit" -> choice;
            case "gever" -> giver;
            case "instrument" -> instrument;
            case "tekstversie" -> text;
            case "bewijs" -> evidence;
            case "gegevenOp" -> given;
            case "geboortejaar" -> birthYear;
            case "geldigTot" -> lastDay;
            default -> pupil.field(name);
        };
    }

    /** What may be shown again after a fault: nothing by which the pupil could be known. */
    Typed typed() {
        return new Typed(orEmpty(choice), orEmpty(giver), orEmpty(instrument), orEmpty(text), orEmpty(evidence));
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Fields to show again. */
    public record Typed(String choice, String giver, String instrument, String text, String evidence) {
        /** Of a first view. */
        static final Typed NOTHING = new Typed("", "", "", "", "");
    }
}
