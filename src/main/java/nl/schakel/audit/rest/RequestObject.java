package nl.schakel.audit.rest;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import nl.schakel.audit.CurrentObject;

/** The object in the address of the HTTP request that runs on this thread, or the service where none does. */
@Dependent
public class RequestObject implements CurrentObject {
    private final Instance<RequestTrace> request;

    /** Asks the request, where there is one. */
    @Inject
    public RequestObject(Instance<RequestTrace> request) {
        this.request = request;
    }

    @Override
    public String object() {
        try {
            return AddressedObject.of(request.get().path());
        } catch (ContextNotActiveException e) {
            return SERVICE;
        }
    }
}
