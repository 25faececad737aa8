package nl.schakel.register.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.DatabaseFailure;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Token;
import nl.schakel.register.Digest;
import nl.schakel.register.FileType;
import nl.schakel.register.KnownRow;
import nl.schakel.register.RegisterColumns;
import nl.schakel.register.RegisterDelivery;
import nl.schakel.register.RegisterDeliveryId;
import nl.schakel.register.Registers;
import nl.schakel.school.SchoolYear;

/** Registers in PostgreSQL. */
@Dependent
public class PostgresRegisters implements Registers {
    private final Database database;
    private final AuditTrail trail;

    /** Stores in this database. */
    @Inject
    public PostgresRegisters(Database database, AuditTrail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public Optional<RegisterDelivery> withContent(Digest keyedDigest) {
        try (Connection connection = database.connection(Zone.LINK);
                PreparedStatement lock = connection.prepareStatement(
                        "select pg_advisory_xact_lock(hashtextextended('register.load', 0))")) {
            lock.execute();
            return DeliveryRows.read(connection, "where content_digest = ?", keyedDigest.bytes()).stream()
                    .findFirst();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public long bridge(List<Token> rins, List<PersonKey> persons) {
        move(rins);
        try (Connection connection = database.connection(Zone.LINK);
                PreparedStatement call = connection.prepareStatement("select register.bridge(?, ?)")) {
            call.setArray(1, array(connection, rins.stream().map(Token::bytes).toList()));
            call.setArray(
                    2, array(connection, persons.stream().map(PersonKey::bytes).toList()));
            try (ResultSet result = call.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public List<Optional<PersonKey>> persons(List<Token> rins) {
        move(rins);
        String sql = "select coalesce(s.new_p, r.p) from unnest(?::bytea[]) with ordinality as u (token, ord)"
                + " left join pseudonym.rin r on r.token = u.token"
                + " left join pseudonym.superseded s on s.old_p = r.p order by u.ord";
        List<Optional<PersonKey>> persons = new ArrayList<>(rins.size());
        try (Connection connection = database.connection(Zone.LINK);
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, array(connection, rins.stream().map(Token::bytes).toList()));
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    persons.add(Optional.ofNullable(result.getBytes(1)).map(PersonKey::of));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        return persons;
    }

    /** While a change of keys is open, RINs found by their earlier tokens get the new ones. */
    private void move(List<Token> rins) {
        List<byte[]> earlier = rins.stream()
                .flatMap(rin -> rin.earlier().stream())
                .map(Token::bytes)
                .toList();
        if (earlier.isEmpty()) {
            return;
        }
        try (Connection connection = database.connection(Zone.LINK);
                PreparedStatement call = connection.prepareStatement("select pseudonym.move_rins(?, ?)")) {
            call.setArray(1, array(connection, rins.stream().map(Token::bytes).toList()));
            call.setArray(2, array(connection, earlier));
            call.execute();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static Array array(Connection connection, List<byte[]> values) throws SQLException {
        return connection.createArrayOf("bytea", values.toArray(new byte[0][]));
    }

    @Override
    public void write(RegisterDeliveryId delivery, FileType type, SchoolYear year, List<KnownRow> rows) {
        if (type == FileType.KOPPELTABEL) {
            ContentCopy.tokens(database, delivery, rows);
        } else {
            ContentCopy.content(database, type, new ContentCopy.Target(delivery, year), rows);
        }
    }

    @Override
    public long personsTwice(RegisterDeliveryId delivery, FileType type) {
        try (Connection connection = database.connection(Zone.LINK);
                PreparedStatement call = connection.prepareStatement("select register.persons_twice(?, ?)")) {
            call.setString(1, RegisterColumns.table(type));
            call.setObject(2, delivery.value());
            try (ResultSet result = call.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public void add(RegisterDelivery delivery, Digest keyedDigest, AuditEntry entry) {
        try (Connection connection = database.connection(Zone.LINK)) {
            DeliveryRows.insert(connection, delivery, keyedDigest.bytes());
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        trail.append(Zone.LINK, entry);
    }

    @Override
    public void note(AuditEntry entry) {
        trail.append(Zone.LINK, entry);
    }

    @Override
    public List<RegisterDelivery> all() {
        try (Connection connection = database.connection(Zone.LINK)) {
            return DeliveryRows.read(connection, "where ? is null", null);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
