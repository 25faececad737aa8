package nl.schakel.delivery;

import java.util.List;
import java.util.Optional;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.StaffId;
import nl.schakel.school.Brin;

/**
 * Port: the deliveries of the school of the running transaction. It neither sees nor changes those of another school: they
 * are answered as if they did not exist.
 */
public interface Deliveries {
    /**
     * How a delivery came in.
     *
     * @param by the accountable account
     */
    record Attempt(IdempotencyKey key, FileFingerprint file, StaffId by) {}

    /** A delivery with the fingerprint of its file. */
    record Stored(Delivery delivery, FileFingerprint file) {}

    /** Waits until no other transaction receives a file of this school under this key; holds until the transaction ends. */
    void awaitTurn(Brin school, IdempotencyKey key);

    /** What was received under this key before. */
    Optional<Stored> byKey(Brin school, IdempotencyKey key);

    /** The delivery, or empty where this school has none such. */
    Optional<Delivery> find(DeliveryId id);

    /** The same, and no other transaction changes it until this one ends. */
    Optional<Delivery> findForChange(DeliveryId id);

    /** The newest deliveries, newest first, at most so many. */
    List<Delivery> newest(int most);

    /** What was found wrong in the file; empty findings where nothing was, or there is no such delivery. */
    Findings findings(DeliveryId id);

    /** Adds a delivery with what was found in it. */
    void add(Delivery delivery, Findings findings, Attempt attempt, AuditEntry entry);

    /** Stores the state and the moments of a delivery that exists. */
    void change(Delivery changed, AuditEntry entry);
}
