package nl.schakel.audit.rest;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import nl.schakel.audit.CurrentOrigin;
import nl.schakel.audit.Origin;

/** The origin of the HTTP request that runs on this thread, or of the service itself where none does. */
@Dependent
public class RequestOrigin implements CurrentOrigin {
    private final Instance<RequestTrace> request;

    /** Asks the request, where there is one. */
    @Inject
    public RequestOrigin(Instance<RequestTrace> request) {
        this.request = request;
    }

    @Override
    public Origin origin() {
        try {
            return request.get().origin();
        } catch (ContextNotActiveException e) {
            return new Origin(Traces.fresh(), Traces.SERVICE);
        }
    }
}
