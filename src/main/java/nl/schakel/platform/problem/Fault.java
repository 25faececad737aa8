package nl.schakel.platform.problem;

import java.util.Objects;

/**
 * One thing that is wrong in what was sent: where, by which rule, what was expected and how to repair it. Never the value.
 *
 * @param place line and column ({@code regel 17, kolom geboortedatum}) or element path with line
 * @param rule stable rule code, {@code LV-0123}
 * @param expected what would have been right, in Dutch
 * @param repair what the sender can do, in Dutch
 */
public record Fault(String place, String rule, String expected, String repair) {
    /** @throws NullPointerException for a missing part */
    public Fault {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(repair, "repair");
    }
}
