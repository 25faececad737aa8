package nl.schakel.account.page;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import nl.schakel.account.Access;
import nl.schakel.account.FindAccount;
import nl.schakel.account.SignedIn;
import nl.schakel.audit.CurrentActor;

/** Finds the account of the session and lets it through where the controller allows one of its roles. */
@Provider
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class SessionGate implements ContainerRequestFilter {
    @Context
    private ResourceInfo controller;

    @Inject
    private HttpServletRequest request;

    @Inject
    private FindAccount accounts;

    @Inject
    private SignedIn signedIn;

    @Inject
    private CurrentActor current;

    @Override
    public void filter(ContainerRequestContext context) {
        SessionCookie.secret(request).flatMap(accounts::ofSession).ifPresent(signedIn::is);
        Access.check(controller.getResourceClass(), controller.getResourceMethod(), current.actor());
    }
}
