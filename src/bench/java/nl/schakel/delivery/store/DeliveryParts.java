package nl.schakel.delivery.store;

import nl.schakel.audit.AuditTrail;
import nl.schakel.delivery.Deliveries;
import nl.schakel.delivery.DeliveryContent;
import nl.schakel.platform.database.Database;

/** The stores of deliveries, for benchmarks outside the container. */
public final class DeliveryParts {
    private DeliveryParts() {}

    /** The administrative rows. */
    public static Deliveries deliveries(Database database, AuditTrail trail) {
        return new PostgresDeliveries(database, trail);
    }

    /** The bulk rows. */
    public static DeliveryContent content(Database database) {
        return new PostgresContent(database);
    }
}
