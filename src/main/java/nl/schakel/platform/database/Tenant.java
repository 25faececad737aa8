package nl.schakel.platform.database;

import java.util.Optional;

/**
 * The school for which the current request acts, taken from its certificate, token or session and never from a parameter.
 * Implemented where people sign in; read when a transaction of the school zone begins, for row-level security.
 */
public interface Tenant {
    /** The BRIN of the school, or empty where the request acts for no school: then row-level security shows no row. */
    Optional<String> brin();
}
