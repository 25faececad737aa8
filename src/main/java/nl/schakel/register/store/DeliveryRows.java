package nl.schakel.register.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.schakel.audit.StaffId;
import nl.schakel.register.FileType;
import nl.schakel.register.RegisterDelivery;
import nl.schakel.register.RegisterDeliveryId;
import org.jspecify.annotations.Nullable;

/** The administrative rows of register deliveries. */
final class DeliveryRows {
    private DeliveryRows() {}

    static List<RegisterDelivery> read(Connection connection, String where, byte @Nullable [] parameter)
            throws SQLException {
        List<RegisterDelivery> deliveries = new ArrayList<>();
        String sql = "select id, reference_date, loaded_at, loaded_by, generation from register.delivery "
                + where.replace("?", "?::bytea") + " order by reference_date desc, loaded_at desc";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setBytes(1, parameter);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    deliveries.add(delivery(connection, row));
                }
            }
        }
        return deliveries;
    }

    private static RegisterDelivery delivery(Connection connection, ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        return new RegisterDelivery(
                new RegisterDeliveryId(id),
                row.getObject(2, LocalDate.class),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                new StaffId(row.getObject(4, UUID.class)),
                row.getInt(5),
                files(connection, id));
    }

    private static List<RegisterDelivery.LoadedFile> files(Connection connection, UUID id) throws SQLException {
        List<RegisterDelivery.LoadedFile> files = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select name, type, rows_in, rows_unknown from register.file where delivery_id = ? order by seq")) {
            query.setObject(1, id);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    files.add(new RegisterDelivery.LoadedFile(
                            row.getString(1), FileType.valueOf(row.getString(2)), row.getLong(3), row.getLong(4)));
                }
            }
        }
        return files;
    }

    static void insert(Connection connection, RegisterDelivery delivery, byte[] digest) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into register.delivery (id, reference_date,"
                + " content_digest, loaded_at, loaded_by, generation) values (?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, delivery.id().value());
            insert.setObject(2, delivery.referenceDate());
            insert.setBytes(3, digest);
            insert.setObject(4, delivery.loadedAt().atOffset(ZoneOffset.UTC));
            insert.setObject(5, delivery.loadedBy().value());
            insert.setInt(6, delivery.generation());
            insert.execute();
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into register.file (delivery_id, seq, name,"
                + " type, rows_in, rows_stored, rows_unknown) values (?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < delivery.files().size(); i++) {
                RegisterDelivery.LoadedFile file = delivery.files().get(i);
                insert.setObject(1, delivery.id().value());
                insert.setInt(2, i + 1);
                insert.setString(3, file.name());
                insert.setString(4, file.type().name());
                insert.setLong(5, file.rows());
                insert.setLong(6, file.stored());
                insert.setLong(7, file.unknown());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
