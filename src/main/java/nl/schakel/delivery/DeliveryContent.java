package nl.schakel.delivery;

import java.util.List;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.school.Brin;

/** Port: the rows of deliveries, written in bulk and never read back by a school. */
public interface DeliveryContent {
    /** Begins the rows of a new delivery in the running transaction. */
    NewContent begin(DeliveryId id, FileHeader header);

    /** Whether the school has a pupils part that is neither withdrawn nor rejected. */
    boolean hasPupils(Brin school);

    /** The persons of a delivery of the own school, each once; nobody where it is not the school's or was erased. */
    List<PersonKey> persons(DeliveryId id);

    /**
     * Erases all rows of a delivery of the own school; part of withdrawing it, which the audit entry of that act covers.
     *
     * @return the number of content rows erased
     */
    long erase(DeliveryId id);
}
