package nl.schakel.delivery.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.delivery.Deliveries;
import nl.schakel.delivery.Delivery;
import nl.schakel.delivery.DeliveryId;
import nl.schakel.delivery.DeliveryState;
import nl.schakel.delivery.FileFingerprint;
import nl.schakel.delivery.FileFormat;
import nl.schakel.delivery.ReceiptNumber;
import nl.schakel.delivery.Tally;
import nl.schakel.school.Brin;
import nl.schakel.school.SchoolSite;
import nl.schakel.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/** How a delivery stands in the table {@code delivery.delivery}. */
final class DeliveryColumns {
    static final String NAMES = "id, brin, site, school_year, format, state, receipt, pupils, "
            + "received_at, approved_at, linked_at, withdrawn_at, "
            + "rows_in, rows_accepted, rows_refused, rows_known, withheld_objection, withheld_consent, file_digest";
    static final String INSERT = "insert into delivery.delivery (" + NAMES
            + ", part, source_system, idempotency_key, received_by) "
            + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?)";

    private DeliveryColumns() {}

    static Deliveries.Stored read(ResultSet row) throws SQLException {
        Delivery delivery = new Delivery(
                new DeliveryId(row.getObject("id", UUID.class)),
                new SchoolSite(new Brin(row.getString("brin")), row.getString("site")),
                new SchoolYear(row.getInt("school_year")),
                FileFormat.valueOf(row.getString("format")),
                DeliveryState.valueOf(row.getString("state")),
                new ReceiptNumber(row.getString("receipt")),
                tally(row),
                row.getInt("pupils"),
                moments(row));
        return new Deliveries.Stored(delivery, FileFingerprint.of(row.getBytes("file_digest")));
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getLong("rows_in"),
                row.getLong("rows_accepted"),
                row.getLong("rows_refused"),
                row.getLong("rows_known"),
                row.getLong("withheld_objection"),
                row.getLong("withheld_consent"));
    }

    private static Delivery.Moments moments(ResultSet row) throws SQLException {
        return new Delivery.Moments(
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                instant(row, "approved_at"),
                instant(row, "linked_at"),
                instant(row, "withdrawn_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static void write(PreparedStatement statement, Delivery delivery, Deliveries.Attempt attempt) throws SQLException {
        Tally tally = delivery.tally();
        Object[] values = {
            delivery.id().value(),
            delivery.site().brin().value(),
            delivery.site().site(),
            delivery.year().start(),
            delivery.format().name(),
            delivery.state().name(),
            delivery.receipt().value(),
            delivery.pupils(),
            time(Optional.of(delivery.moments().received())),
            time(delivery.moments().approved()),
            time(delivery.moments().linked()),
            time(delivery.moments().withdrawn()),
            tally.in(),
            tally.accepted(),
            tally.refused(),
            tally.known(),
            tally.objection(),
            tally.consent(),
            attempt.file().bytes(),
            delivery.part().name(),
            attempt.key().value(),
            attempt.by().value()
        };
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /** The moment for a parameter of type {@code timestamptz}. */
    static @Nullable OffsetDateTime time(Optional<Instant> at) {
        return at.map(moment -> moment.atOffset(ZoneOffset.UTC)).orElse(null);
    }
}
