package nl.schakel.audit;

import java.util.regex.Pattern;

/**
 * Whence a request came: its trace, and the place as node and address prefix ({@code node-1/192.0.2.0}), never a whole
 * address of a person.
 *
 * @param place 1 to 100 printable ASCII characters without space
 */
public record Origin(Trace trace, String place) {
    private static final Pattern PLACE = Pattern.compile("[!-~]{1,100}");

    /** @throws IllegalArgumentException where the place has another form */
    public Origin {
        if (!PLACE.matcher(place).matches()) {
            throw new IllegalArgumentException("not a place of origin");
        }
    }
}
