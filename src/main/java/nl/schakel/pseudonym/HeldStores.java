package nl.schakel.pseudonym;

import java.util.Map;

/** Port: the key stores of the holders as they are configured. Thread-safe. */
public interface HeldStores {
    /**
     * The check values of the keys that lie in the holder's store now, by name; the store is opened for it.
     *
     * @throws PseudonymRefused.Suspended where the store does not open or its keys are not those that are known
     */
    Map<String, String> checkValues(Holder holder);

    /** Whether the service can use the holder's keys at this moment. Opens the store where it has not been tried. */
    boolean available(Holder holder);

    /**
     * Forgets the holder's keys, so that the next use opens the store anew and with the states that are stored then. What is
     * not available, for a wrong result above all, stays so.
     */
    void renew(Holder holder);

    /** Forgets the holder's keys, and why they could not be used; the next use opens the store anew. */
    void reopen(Holder holder);
}
