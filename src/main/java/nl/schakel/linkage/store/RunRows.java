package nl.schakel.linkage.store;

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
import nl.schakel.linkage.RegisterUsed;
import nl.schakel.linkage.Run;
import nl.schakel.linkage.RunId;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.DatabaseFailure;
import nl.schakel.platform.database.Zone;
import nl.schakel.register.FileType;
import nl.schakel.register.RegisterDeliveryId;
import org.jspecify.annotations.Nullable;

/** The administrative rows of runs. */
final class RunRows {
    private static final String READ = "select r.id, r.started_at, r.finished_at, r.started_by, r.generation,"
            + " r.register_id, r.reference_date, r.deliveries, r.objected from linkage.run r ";
    private static final String INSERT =
            """
            insert into linkage.run (id, started_at, finished_at, started_by, generation, register_id, reference_date,
                                     deliveries, objected, manifest)
            select r.id, r.started_at, r.finished_at, r.started_by, r.generation, r.register_id, r.reference_date,
                   r.deliveries, r.objected,
                   jsonb_build_object('koppeling', r.id, 'begonnen', r.started_at, 'klaar', r.finished_at,
                     'sleutelgeneratie', r.generation, 'registerlevering', r.register_id,
                     'referentiedatum', r.reference_date,
                     'registers', (select jsonb_agg(jsonb_build_object('bestand', u.type, 'registerlevering', u.register_id,
                        'referentiedatum', u.reference_date) order by u.type)
                        from linkage.run_register u where u.run_id = r.id),
                     'leveringen', r.deliveries,
                     'schoolleveringen', (select jsonb_agg(u.delivery_id order by u.delivery_id)
                        from linkage.run_delivery u where u.run_id = r.id),
                     'bezwaar', r.objected,
                     'stappen', jsonb_build_array('nummer, gecontroleerd op geslacht en geboortedatum'),
                     'tellingen', coalesce((select jsonb_agg(jsonb_build_object('indeling', c.dimension, 'waarde', c.value,
                        'uitkomst', c.outcome, 'personen', c.persons) order by c.dimension, c.value, c.outcome)
                        from linkage.count c where c.run_id = r.id), '[]'::jsonb))::text
              from (values (?::uuid, ?::timestamptz, ?::timestamptz, ?::uuid, ?::integer, ?::uuid, ?::date, ?::integer,
                            ?::bigint)) as r (id, started_at, finished_at, started_by, generation, register_id,
                                              reference_date, deliveries, objected)
            """;

    private RunRows() {}

    static void insert(Connection connection, Run run) throws SQLException {
        insertRegisters(connection, run);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, run.id().value());
            insert.setObject(2, run.started().atOffset(ZoneOffset.UTC));
            insert.setObject(3, run.finished().atOffset(ZoneOffset.UTC));
            insert.setObject(4, run.startedBy().value());
            insert.setInt(5, run.generation());
            insert.setObject(6, run.register().value());
            insert.setObject(7, run.referenceDate());
            insert.setInt(8, run.deliveries());
            insert.setLong(9, run.objected());
            insert.execute();
        }
    }

    private static void insertRegisters(Connection connection, Run run) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into linkage.run_register (run_id, type, register_id, reference_date) values (?, ?, ?, ?)")) {
            for (RegisterUsed register : run.registers()) {
                insert.setObject(1, run.id().value());
                insert.setString(2, register.type().name());
                insert.setObject(3, register.delivery().value());
                insert.setObject(4, register.referenceDate());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static List<RegisterUsed> registers(Connection connection, RunId run) throws SQLException {
        List<RegisterUsed> registers = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select type, register_id, reference_date from linkage.run_register where run_id = ? order by type")) {
            query.setObject(1, run.value());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    registers.add(register(row));
                }
            }
        }
        return registers;
    }

    /** The columns type, delivery and reference date. */
    static RegisterUsed register(ResultSet row) throws SQLException {
        return new RegisterUsed(
                FileType.valueOf(row.getString(1)),
                new RegisterDeliveryId(row.getObject(2, UUID.class)),
                row.getObject(3, LocalDate.class));
    }

    static List<Run> read(Database database, String where, @Nullable UUID parameter, int most) {
        List<Run> runs = new ArrayList<>();
        try (Connection connection = database.connection(Zone.LINK);
                PreparedStatement query = connection.prepareStatement(
                        READ + where + " order by r.finished_at desc, r.id desc limit " + most)) {
            query.setObject(1, parameter);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    runs.add(run(connection, row));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        return runs;
    }

    private static Run run(Connection connection, ResultSet row) throws SQLException {
        RunId id = new RunId(row.getObject(1, UUID.class));
        return new Run(
                id,
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                new StaffId(row.getObject(4, UUID.class)),
                row.getInt(5),
                new RegisterDeliveryId(row.getObject(6, UUID.class)),
                row.getObject(7, LocalDate.class),
                registers(connection, id),
                row.getInt(8),
                row.getLong(9),
                Tallies.read(connection, id));
    }
}
