package nl.schakel.consent.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.schakel.consent.ObjectionId;
import nl.schakel.school.Brin;

/** That an objection stands no longer; there is at most one for each. */
@Entity
@Table(schema = "consent", name = "objection_withdrawal")
class ObjectionWithdrawalRow {
    @Id
    @Column(name = "objection_id")
    private UUID objection;

    @Column(name = "brin")
    private String brin;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    /** For the provider. */
    protected ObjectionWithdrawalRow() {}

    ObjectionWithdrawalRow(Brin school, ObjectionId objection, Instant at) {
        this.objection = objection.value();
        this.brin = school.value();
        this.recordedAt = at;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
