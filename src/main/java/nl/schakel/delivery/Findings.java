package nl.schakel.delivery;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was found wrong in a file.
 *
 * @param refused rows refused, by the first rule that each broke: complete, in the order of the rules
 * @param warned rows about which there is something to know, by rule: complete
 * @param first the first faults and warnings in file order, at most {@link #MOST}
 */
public record Findings(Map<DeliveryRule, Long> refused, Map<DeliveryRule, Long> warned, List<RowFault> first) {
    /** The most single faults that are kept. */
    public static final int MOST = 1_000;

    /** Nothing is wrong. */
    public static final Findings NONE = new Findings(Map.of(), Map.of(), List.of());

    /** Takes copies. */
    public Findings {
        refused = ordered(refused);
        warned = ordered(warned);
        first = List.copyOf(first);
    }

    private static Map<DeliveryRule, Long> ordered(Map<DeliveryRule, Long> counts) {
        return Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    /** All refused rows. */
    public long refusedRows() {
        return refused.values().stream().mapToLong(Long::longValue).sum();
    }
}
