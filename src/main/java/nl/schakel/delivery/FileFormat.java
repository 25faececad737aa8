package nl.schakel.delivery;

/** The formats that are recognised by their content; a file name or media type says nothing. */
public enum FileFormat {
    /** EDEXML 2.0: root {@code EDEX} without a namespace, {@code xsdversie} 2.0. */
    EDEXML_2_0("EDEXML 2.0", Part.PUPILS),
    /** EDEXML 2.1. */
    EDEXML_2_1("EDEXML 2.1", Part.PUPILS),
    /** UWLR 2.2 {@code leerlinggegevens_antwoord}. */
    UWLR_PUPILS_2_2("UWLR leerlinggegevens 2.2", Part.PUPILS),
    /** UWLR 2.2 {@code leerresultaten_verzoek}. */
    UWLR_RESULTS_2_2("UWLR leerresultaten 2.2", Part.RESULTS),
    /** Schakel's own CSV layout for social-emotional results. */
    SOCIAL_CSV("CSV sociaal-emotioneel", Part.SOCIAL_EMOTIONAL);

    private final String label;
    private final Part part;

    FileFormat(String label, Part part) {
        this.label = label;
        this.part = part;
    }

    /** The name that people use, for receipts and pages. */
    public String label() {
        return label;
    }

    /** What a file of this format carries. */
    public Part part() {
        return part;
    }
}
