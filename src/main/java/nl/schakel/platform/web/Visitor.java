package nl.schakel.platform.web;

import java.util.Optional;
import java.util.Set;

/** Port: who looks at the page. Implemented where people sign in; without an implementation everybody is a guest. */
public interface Visitor {
    /** The name by which the person signed in, or empty for a guest. */
    Optional<String> name();

    /** Names of the person's roles; empty for a guest. */
    Set<String> roles();

    /** The BRIN of the school for which the person acts. */
    Optional<String> school();

    /** The secret that every form of this session sends back, or empty for a guest. */
    Optional<String> formToken();
}
