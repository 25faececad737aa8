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
import nl.schakel.account.FindAccount;
import nl.schakel.account.SignedIn;
import nl.schakel.audit.CurrentActor;
import org.jspecify.annotations.Nullable;

/** Finds the account of a bearer token and lets it through where the resource allows one of its roles. */
@Provider
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class TokenGate implements ContainerRequestFilter {
    private static final String SCHEME = "bearer ";
    private static final int LONGEST = 512;

    @Context
    private ResourceInfo resource;

    @Inject
    private FindAccount accounts;

    @Inject
    private SignedIn signedIn;

    @Inject
    private CurrentActor current;

    @Override
    public void filter(ContainerRequestContext request) {
        token(request.getHeaderString("Authorization"))
                .flatMap(accounts::ofToken)
                .ifPresent(signedIn::is);
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
