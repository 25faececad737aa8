package nl.schakel.audit.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Every answer of the API says in {@code traceparent} under which trace and span the request stands in the log: of the caller's
 * trace where it named one (W3C Trace Context).
 */
@Provider
@Dependent
public class TraceAnswer implements ContainerResponseFilter {
    @Inject
    private RequestTrace request;

    @Override
    public void filter(ContainerRequestContext asked, ContainerResponseContext answer) {
        answer.getHeaders()
                .putSingle("traceparent", Traces.header(request.origin().trace()));
    }
}
