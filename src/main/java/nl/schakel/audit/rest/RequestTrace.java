package nl.schakel.audit.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import nl.schakel.audit.Origin;
import org.jspecify.annotations.Nullable;

/**
 * The trace of one request: that of its {@code traceparent} header (W3C Trace Context) in a span of its own, or a fresh
 * one; and its path. One instance for each request.
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

    /** The path that was asked for, also where the request was forwarded; empty where there is no HTTP request. */
    public String path() {
        try {
            Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
            Object original = failed == null ? request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) : failed;
            return original == null ? request.getRequestURI() : original.toString();
        } catch (IllegalStateException e) {
            return "";
        }
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
