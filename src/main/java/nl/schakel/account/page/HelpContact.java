package nl.schakel.account.page;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where visitors reach whoever runs the service.
 *
 * @param link {@code mailto:}, {@code tel:} or {@code https:}; empty where none of these is configured
 */
public record HelpContact(String link) {
    private static final Pattern ADDRESS = Pattern.compile("(mailto:|tel:|https://)[^\\s\"'<>]{3,200}");

    static HelpContact of(Optional<String> configured) {
        return new HelpContact(configured
                .map(String::strip)
                .filter(address -> ADDRESS.matcher(address).matches())
                .orElse(""));
    }

    /** Whether there is an address to show. */
    public boolean isGiven() {
        return !link.isEmpty();
    }

    /** What people read. */
    public String shown() {
        return link.replaceFirst("^(mailto:|tel:)", "");
    }
}
