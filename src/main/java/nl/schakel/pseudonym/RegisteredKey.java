package nl.schakel.pseudonym;

import java.time.Instant;

/**
 * What the service remembers of a key; never the key.
 *
 * @param checkValue lower-case hexadecimal: the KCV, or the public key of a pair
 * @param since when it came into this state
 */
public record RegisteredKey(KeyId id, String checkValue, KeyState state, Instant since) {
    /** The same key in another state. */
    RegisteredKey becomes(KeyState other, Instant at) {
        return new RegisteredKey(id, checkValue, other, at);
    }
}
