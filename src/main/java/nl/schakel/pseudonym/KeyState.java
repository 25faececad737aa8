package nl.schakel.pseudonym;

import java.util.Map;
import java.util.Set;

/** The states of a key and the only ways between them. Source: NIST SP 800-57 part 1 revision 5, section 7. */
public enum KeyState {
    /** Made, and not yet used for anything. */
    PRE_ACTIVE,
    /** In use. */
    ACTIVE,
    /** Not used for a time, by decision of its custodians. */
    SUSPENDED,
    /** Makes nothing new; what was made with it is still read. */
    DEACTIVATED,
    /** Somebody who should not may know it. */
    COMPROMISED,
    /** There is no copy any more, as far as its custodians know. */
    DESTROYED;

    private static final Map<KeyState, Set<KeyState>> NEXT = Map.of(
            PRE_ACTIVE, Set.of(ACTIVE, COMPROMISED, DESTROYED),
            ACTIVE, Set.of(SUSPENDED, DEACTIVATED, COMPROMISED),
            SUSPENDED, Set.of(ACTIVE, DEACTIVATED, COMPROMISED),
            DEACTIVATED, Set.of(COMPROMISED, DESTROYED),
            COMPROMISED, Set.of(DESTROYED),
            DESTROYED, Set.of());

    /** The states that may follow this one. */
    public Set<KeyState> next() {
        return NEXT.getOrDefault(this, Set.of());
    }
}
