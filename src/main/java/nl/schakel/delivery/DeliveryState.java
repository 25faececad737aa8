package nl.schakel.delivery;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a delivery stands. The transitions are data: {@link #transitions}. */
public enum DeliveryState {
    /** Only checked; nothing of it is stored, so it is in no list and goes nowhere. */
    CHECKED("gecontroleerd"),
    /** Stored, waiting for the school's approval. */
    RECEIVED("ontvangen"),
    /** Approved by the school, waiting for the next linkage run. */
    APPROVED("goedgekeurd"),
    /** Part of a finished linkage run. */
    LINKED("gekoppeld"),
    /** Taken back by the school: its content is deleted, its counts remain. */
    WITHDRAWN("ingetrokken"),
    /** Readable, but not one row could be used: nothing is stored except the counts and the faults. */
    REJECTED("afgekeurd");

    private static final Map<DeliveryState, Set<DeliveryState>> TRANSITIONS = table();

    private final String dutch;

    DeliveryState(String dutch) {
        this.dutch = dutch;
    }

    private static Map<DeliveryState, Set<DeliveryState>> table() {
        Map<DeliveryState, Set<DeliveryState>> table = new EnumMap<>(DeliveryState.class);
        table.put(CHECKED, EnumSet.noneOf(DeliveryState.class));
        table.put(RECEIVED, EnumSet.of(APPROVED, WITHDRAWN));
        table.put(APPROVED, EnumSet.of(LINKED, WITHDRAWN));
        table.put(LINKED, EnumSet.of(LINKED, WITHDRAWN));
        table.put(WITHDRAWN, EnumSet.noneOf(DeliveryState.class));
        table.put(REJECTED, EnumSet.noneOf(DeliveryState.class));
        return Map.copyOf(table);
    }

    /** All legal transitions, one entry for each state; an end state has an empty set. */
    public static Map<DeliveryState, Set<DeliveryState>> transitions() {
        return TRANSITIONS;
    }

    /** Whether a delivery may go from this state to the other. */
    public boolean mayBecome(DeliveryState next) {
        return TRANSITIONS.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether the rows of such a delivery are stored. */
    public boolean isLive() {
        return this == RECEIVED || this == APPROVED || this == LINKED;
    }

    /** The name in the API and on pages; lower case, stable. */
    public String dutch() {
        return dutch;
    }
}
