package nl.schakel.delivery;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.schakel.audit.AuditEntry;
import nl.schakel.school.Brin;

/** Deliveries of one school for plain tests. */
final class InMemoryDeliveries implements Deliveries {
    private final Map<DeliveryId, Stored> stored = new LinkedHashMap<>();
    private final Map<IdempotencyKey, DeliveryId> keys = new LinkedHashMap<>();
    private final Map<DeliveryId, Findings> findings = new LinkedHashMap<>();

    @Override
    public void awaitTurn(Brin school, IdempotencyKey key) {}

    @Override
    public Optional<Stored> byKey(Brin school, IdempotencyKey key) {
        return Optional.ofNullable(keys.get(key)).map(stored::get);
    }

    @Override
    public Optional<Delivery> find(DeliveryId id) {
        return Optional.ofNullable(stored.get(id)).map(Stored::delivery);
    }

    @Override
    public Optional<Delivery> findForChange(DeliveryId id) {
        return find(id);
    }

    @Override
    public List<Delivery> newest(int most) {
        return stored.values().stream()
                .map(Stored::delivery)
                .sorted(Comparator.comparing((Delivery d) -> d.moments().received())
                        .reversed())
                .limit(most)
                .toList();
    }

    @Override
    public Findings findings(DeliveryId id) {
        return findings.getOrDefault(id, Findings.NONE);
    }

    @Override
    public void add(Delivery delivery, Findings found, Attempt attempt, AuditEntry entry) {
        stored.put(delivery.id(), new Stored(delivery, attempt.file()));
        keys.put(attempt.key(), delivery.id());
        findings.put(delivery.id(), found);
    }

    @Override
    public void change(Delivery changed, AuditEntry entry) {
        stored.computeIfPresent(changed.id(), (id, was) -> new Stored(changed, was.file()));
    }
}
