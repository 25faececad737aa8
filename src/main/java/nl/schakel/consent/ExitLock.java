package nl.schakel.consent;

import nl.schakel.platform.database.Zone;

/**
 * Port: the lock between exits and decisions. An exit holds it shared, from before it asks who objects and who consents
 * until its transaction ends; whoever records a decision holds it exclusively. Take it first, then ask the clock: what was
 * recorded before the lock came is then seen.
 */
public interface ExitLock {
    /** Waits for decisions being recorded; held until the running transaction of the zone ends. */
    void shared(Zone zone);

    /** Waits for exits; held until the running transaction of the zone ends. */
    void exclusive(Zone zone);
}
