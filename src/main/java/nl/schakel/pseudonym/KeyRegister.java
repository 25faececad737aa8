package nl.schakel.pseudonym;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import nl.schakel.audit.AuditEntry;

/** Port: the states of keys, the suspended holders and the steps of key care, in the running transaction. */
public interface KeyRegister {
    /**
     * Every key that is known: those of steps, and those with which the service was started without one, which are in use
     * from then on, later linkage keys excepted.
     */
    SortedMap<KeyId, RegisteredKey> keys();

    /** The holders whose keys are not used, by decision of their custodians. Needs no running transaction. */
    Set<Holder> suspended();

    /** Whether what is stored cannot be continued, linked or read without the key. */
    boolean needed(KeyId key);

    /** Keeps everybody else from proposing or confirming a step of the holder until the transaction ends; waits for them. */
    void hold(Holder holder);

    /** The newest steps of a holder, newest first. */
    List<KeyStep> newest(Holder holder, int most);

    /** The step by which the series that begins with this linkage key was opened; none where it was not by a step. */
    Optional<KeyStep> opening(KeyId link);

    /** A step, which nobody else settles until the transaction ends. */
    Optional<KeyStep> locked(KeyStepId id);

    /** Adds a step that was proposed. */
    void add(KeyStep step, AuditEntry entry);

    /** Records how a step ended and what it changed. */
    void settle(KeyStep step, Effect effect, AuditEntry entry);

    /**
     * What a step changes.
     *
     * @param keys keys with their new states
     * @param suspended whether the holder is suspended from now on, or empty for no change
     */
    record Effect(List<RegisteredKey> keys, Optional<Boolean> suspended) {
        /** No change. */
        public static final Effect NONE = new Effect(List.of(), Optional.empty());
    }
}
