package nl.schakel.samples;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.Admission;
import nl.schakel.pseudonym.People;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Token;
import org.jspecify.annotations.Nullable;

/** People by the database's own function, for tests of other features. */
public final class AdmittedPeople implements People {
    private static final String ADMIT = "select p from pseudonym.admit(?, ?, ?, 1) order by ord";
    private static final String ADMIT_SEEN = "select p from pseudonym.admit_seen(?, ?, ?, 1, ?, ?) order by ord";
    private static final SecureRandom RANDOM = new SecureRandom();
    private final Database database;

    /** @param database in which persons are made */
    public AdmittedPeople(Database database) {
        this.database = database;
    }

    @Override
    public List<PersonKey> admit(Zone zone, List<Admission> admissions) {
        byte[][] numbers = new byte[admissions.size()][];
        byte[][] locals = new byte[admissions.size()][];
        byte[][] fresh = new byte[admissions.size()][32];
        byte[][] earlierNumbers = new byte[admissions.size()][];
        byte[][] earlierLocals = new byte[admissions.size()][];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = bytes(admissions.get(i).linkage());
            locals[i] = bytes(admissions.get(i).local());
            earlierNumbers[i] = earlier(admissions.get(i).linkage());
            earlierLocals[i] = earlier(admissions.get(i).local());
            RANDOM.nextBytes(fresh[i]);
        }
        boolean seen = Stream.concat(Stream.of(earlierNumbers), Stream.of(earlierLocals))
                .anyMatch(Objects::nonNull);
        List<PersonKey> people = new ArrayList<>();
        try (Connection connection = database.connection(zone);
                PreparedStatement call = connection.prepareStatement(seen ? ADMIT_SEEN : ADMIT)) {
            call.setArray(1, connection.createArrayOf("bytea", numbers));
            call.setArray(2, connection.createArrayOf("bytea", locals));
            call.setArray(3, connection.createArrayOf("bytea", fresh));
            if (seen) {
                call.setArray(4, connection.createArrayOf("bytea", earlierNumbers));
                call.setArray(5, connection.createArrayOf("bytea", earlierLocals));
            }
            try (ResultSet row = call.executeQuery()) {
                while (row.next()) {
                    people.add(PersonKey.of(row.getBytes(1)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return people;
    }

    private static byte @Nullable [] earlier(@Nullable Token token) {
        return token == null ? null : bytes(token.earlier().orElse(null));
    }

    private static byte @Nullable [] bytes(@Nullable Token token) {
        return token == null ? null : token.bytes();
    }
}
