package nl.schakel.delivery.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.delivery.Deliveries;
import nl.schakel.delivery.Delivery;
import nl.schakel.delivery.DeliveryId;
import nl.schakel.delivery.DeliveryState;
import nl.schakel.delivery.FileFingerprint;
import nl.schakel.delivery.FileFormat;
import nl.schakel.delivery.NumberMode;
import nl.schakel.delivery.Part;
import nl.schakel.delivery.ReceiptNumber;
import nl.schakel.school.Brin;
import nl.schakel.school.SchoolSite;
import nl.schakel.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/** A received file: how it came in, its counts and where it stands. What was in it never passes through here. */
@Entity
@Table(schema = "delivery", name = "delivery")
class DeliveryRow {
    @Id
    private UUID id;

    private String brin;
    private String site;

    @Column(name = "school_year")
    private int schoolYear;

    @Column(name = "part")
    @Enumerated(EnumType.STRING)
    private Part part;

    @Enumerated(EnumType.STRING)
    private FileFormat format;

    @Enumerated(EnumType.STRING)
    private NumberMode mode;

    /** Never known; the column waits for a format that tells it. */
    @Column(name = "source_system")
    private String sourceSystem = "";

    @Enumerated(EnumType.STRING)
    private DeliveryState state;

    @Column(name = "idempotency_key")
    private String idempotencyKey;

    @Column(name = "file_digest")
    private byte[] fileDigest;

    private String receipt;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "received_by")
    private UUID receivedBy;

    @Column(name = "approved_at")
    private @Nullable Instant approvedAt;

    @Column(name = "linked_at")
    private @Nullable Instant linkedAt;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    private int pupils;

    @Embedded
    private TallyRow tally;

    /** For the provider. */
    protected DeliveryRow() {}

    DeliveryRow(Delivery delivery, Deliveries.Attempt attempt) {
        id = delivery.id().value();
        brin = delivery.site().brin().value();
        site = delivery.site().site();
        schoolYear = delivery.year().start();
        part = delivery.part();
        format = delivery.format();
        mode = delivery.mode();
        idempotencyKey = attempt.key().value();
        fileDigest = attempt.file().bytes();
        receipt = delivery.receipt().value();
        receivedAt = delivery.moments().received();
        receivedBy = attempt.by().value();
        linkedAt = delivery.moments().linked().orElse(null);
        pupils = delivery.pupils();
        tally = new TallyRow(delivery.tally());
        write(delivery);
    }

    /** Takes over the state and the moments that a school decides. */
    final void write(Delivery delivery) {
        state = delivery.state();
        approvedAt = delivery.moments().approved().orElse(null);
        withdrawnAt = delivery.moments().withdrawn().orElse(null);
    }

    Deliveries.Stored stored() {
        return new Deliveries.Stored(delivery(), FileFingerprint.of(fileDigest));
    }

    Delivery delivery() {
        return new Delivery(
                new DeliveryId(id),
                new SchoolSite(new Brin(brin), site),
                new SchoolYear(schoolYear),
                format,
                mode,
                state,
                new ReceiptNumber(receipt),
                tally.tally(),
                pupils,
                new Delivery.Moments(
                        receivedAt,
                        Optional.ofNullable(approvedAt),
                        Optional.ofNullable(linkedAt),
                        Optional.ofNullable(withdrawnAt)));
    }
}
