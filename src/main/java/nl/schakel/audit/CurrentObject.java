package nl.schakel.audit;

/** Port: what the work of the current thread is about, as far as the address of its request tells. */
public interface CurrentObject {
    /** Where no address names an object. */
    String SERVICE = "service";

    /** The object in the form of {@link AuditEntry#on}: names of kinds and identifiers, never anything else that was sent. */
    String object();
}
