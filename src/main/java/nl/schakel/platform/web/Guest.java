package nl.schakel.platform.web;

import java.util.Optional;
import java.util.Set;

/** Somebody who is not signed in. */
record Guest() implements Visitor {
    @Override
    public Optional<String> name() {
        return Optional.empty();
    }

    @Override
    public Set<String> roles() {
        return Set.of();
    }

    @Override
    public Optional<String> school() {
        return Optional.empty();
    }

    @Override
    public Optional<String> formToken() {
        return Optional.empty();
    }
}
