package nl.schakel.platform.web;

import java.util.Optional;

/** Port: what a feature has to say on every page, before anything else, to whom it concerns. */
public interface Notice {
    /**
     * The key of what is to be said, which has the texts {@code <key>.titel} and {@code <key>.uitleg}; empty where there is
     * nothing for this visitor. Never throws: error pages show it too.
     */
    Optional<String> key(Visitor visitor);
}
