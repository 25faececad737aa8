package nl.schakel.account.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Optional;
import nl.schakel.account.Access;
import nl.schakel.account.FindCaller;
import nl.schakel.account.SignedIn;
import nl.schakel.audit.CurrentActor;
import org.jspecify.annotations.Nullable;

/** Finds the account of a bearer token, one of our own or a signed one, and lets it through where the resource allows one of its roles. */
@Provider
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class TokenGate implements ContainerRequestFilter {
    private static final String SCHEME = "bearer ";
    private static final int LONGEST = 8_200;

    @Context
    private ResourceInfo resource;

    @Inject
    private FindCaller callers;

    @Inject
    private SignedIn signedIn;

    @Inject
    private CurrentActor current;

    @Override
    public void filter(ContainerRequestContext request) {
        token(request.getHeaderString("Authorization")).flatMap(callers::of).ifPresent(signedIn::is);
        Access.check(resource.getResourceClass(), resource.getResourceMethod(), current.actor());
    }

    static Optional<String> token(@Nullable String header) {
        if (header == null
                || header.length() > LONGEST
                || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return Optional.empty();
        }
        return Optional.of(header.substring(SCHEME.length()).strip()).filter(token -> !token.isEmpty());
    }
}
