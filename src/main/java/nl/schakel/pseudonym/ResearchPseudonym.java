package nl.schakel.pseudonym;

import java.util.regex.Pattern;

/**
 * The pseudonym of a person within one study, RP: 128 bits as 26 characters of lower-case base32 ({@code a} to {@code z},
 * {@code 2} to {@code 7}). The only person-level key that leaves the service.
 */
public record ResearchPseudonym(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z2-7]{26}");

    /** @throws IllegalArgumentException where the form is wrong */
    public ResearchPseudonym {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a research pseudonym");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
