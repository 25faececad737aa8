package nl.schakel.audit;

import java.util.Map;

/** Port: what can be told of the log holder's keys. Thread-safe. */
public interface LogKeys {
    /**
     * The check values of the keys that lie in the store now, by name; the store is opened for it.
     *
     * @throws nl.schakel.platform.secret.KeysUnavailable where it does not open
     */
    Map<String, String> checkValues();

    /** Whether the store is open or can be opened. */
    boolean available();

    /** Reads the store anew; where it does not open, what was read before stays. */
    void reopen();
}
