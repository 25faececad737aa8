package nl.schakel.delivery;

import java.util.Optional;

/** How pupils' numbers come in a file. */
public enum NumberMode {
    /** As nine digits; the service evaluates them while it reads. */
    DIRECT("direct"),
    /**
     * As y, which the school had evaluated blind, in a file without numbers, names, addresses and full dates of birth. It
     * links by number and pupil key only: nothing is there to verify a link with.
     */
    BLIND("blind");

    private final String dutch;

    NumberMode(String dutch) {
        this.dutch = dutch;
    }

    /** The name in the API and in forms; lower case, stable. */
    public String dutch() {
        return dutch;
    }

    /** The mode of this name. */
    public static Optional<NumberMode> parse(String text) {
        return switch (text) {
            case "direct" -> Optional.of(DIRECT);
            case "blind" -> Optional.of(BLIND);
            default -> Optional.empty();
        };
    }
}
