package nl.schakel.account;

import nl.schakel.platform.secret.SecretBytes;

/** Port: slow, salted hashing of passwords. */
public interface Passwords {
    /** A salted hash with its parameters, in the PHC string format. */
    String hash(SecretBytes password);

    /** Whether the password made the hash; the work depends on the hash's parameters only. */
    boolean matches(SecretBytes password, String hash);

    /** A hash that no password matches, with the parameters of {@link #hash}: for usernames that nobody has. */
    String decoy();
}
