package nl.schakel.account;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a provider of identities is called here: in addresses, in the cookie of a sign-in and in the configuration.
 *
 * @param value 2 to 20 lower-case ASCII letters, digits and hyphens, beginning with a letter
 */
public record ProviderName(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,19}");

    /** @throws IllegalArgumentException where the name has another form */
    public ProviderName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a provider's name");
        }
    }

    /** The name that a text says; empty where it says none. */
    public static Optional<ProviderName> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ProviderName(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
