package nl.schakel.audit.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import nl.schakel.audit.Origin;
import org.jspecify.annotations.Nullable;

/**
 * The trace of one request: that of its {@code traceparent} header (W3C Trace Context) in a span of its own, or a fresh
 * one. One instance for each request.
 */
@RequestScoped
public class RequestTrace {
    @Inject
    private HttpServletRequest request;

    private @Nullable Origin origin;

    /** The same answer throughout the request. */
    public Origin origin() {
        Origin known = origin;
        if (known == null) {
            known = found();
            origin = known;
        }
        return known;
    }

    private Origin found() {
        try {
            return new Origin(
                    Traces.continued(Optional.ofNullable(request.getHeader("traceparent"))),
                    Traces.place(request.getRemoteAddr()));
        } catch (IllegalStateException e) {
            // a request scope without an HTTP request: background work in the container
            return new Origin(Traces.fresh(), Traces.SERVICE);
        }
    }
}
