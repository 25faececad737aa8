package nl.schakel.consent.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.consent.Objection;
import nl.schakel.consent.ObjectionId;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.school.Brin;
import org.jspecify.annotations.Nullable;

/** An objection against the delivery of a pupil's data; never changed, a withdrawal is a row of its own. */
@Entity
@Table(schema = "consent", name = "objection")
class ObjectionRow {
    @Id
    private UUID id;

    @Column(name = "brin")
    private String brin;

    @Column(name = "p")
    private byte[] person;

    @Column(name = "from_at")
    private Instant fromAt;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    /** For the provider. */
    protected ObjectionRow() {}

    ObjectionRow(Brin school, PersonKey person, Objection objection) {
        this.id = objection.id().value();
        this.brin = school.value();
        this.person = person.bytes();
        this.fromAt = objection.from();
        this.recordedAt = objection.recorded();
    }

    PersonKey person() {
        return PersonKey.of(person);
    }

    Objection objection(@Nullable ObjectionWithdrawalRow withdrawal) {
        return new Objection(
                new ObjectionId(id),
                fromAt,
                recordedAt,
                Optional.ofNullable(withdrawal).map(ObjectionWithdrawalRow::recordedAt));
    }
}
