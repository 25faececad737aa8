package nl.schakel.audit;

/** Port: whence the work of the current thread came; the same answer throughout one request. */
public interface CurrentOrigin {
    /** The origin of the request, or of the service itself where background work runs. Never null. */
    Origin origin();
}
