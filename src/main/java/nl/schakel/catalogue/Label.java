package nl.schakel.catalogue;

/** A text for people in Dutch and its English twin; neither is blank. */
public record Label(String nl, String en) {
    /** @throws IllegalArgumentException where a language is blank */
    public Label {
        if (nl.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("a label has both languages");
        }
    }

    /** The text in the language: English for {@code en}, Dutch for every other. */
    public String in(String language) {
        return "en".equals(language) ? en : nl;
    }
}
