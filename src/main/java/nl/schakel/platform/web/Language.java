package nl.schakel.platform.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages of texts for people. */
public enum Language {
    /** Dutch, the default. */
    NL("nl"),
    /** English. */
    EN("en");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** The language code of BCP 47. */
    public String code() {
        return code;
    }

    /** The other one of the two, for the switch. */
    public Language other() {
        return this == NL ? EN : NL;
    }

    /** For numbers and dates; English with the day before the month. */
    public Locale locale() {
        return this == NL ? Locale.forLanguageTag("nl-NL") : Locale.UK;
    }

    /** English where the text starts with {@code en}; Dutch in every other case, also for null. */
    public static Language of(@Nullable String code) {
        return code != null && code.toLowerCase(Locale.ROOT).startsWith("en") ? EN : NL;
    }
}
