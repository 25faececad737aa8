package nl.schakel.delivery;

/** Port, implemented where packages are released: whether rows of a delivery have left the service. */
public interface InRelease {
    /** Whether a release that is not recalled holds rows of this delivery. */
    boolean holds(DeliveryId delivery);
}
