package nl.schakel.pseudonym.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.DatabaseFailure;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.Admission;
import nl.schakel.pseudonym.People;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.PseudonymRefused;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pseudonym.Token;
import org.jspecify.annotations.Nullable;

/** People by {@code pseudonym.admit}, which decides; this class only carries arrays. */
@Dependent
class PostgresPeople implements People {
    private static final String ADMIT = "select p from pseudonym.admit(?, ?, ?, ?) order by ord";
    private static final String ADMIT_SEEN = "select p from pseudonym.admit_seen(?, ?, ?, ?, ?, ?) order by ord";
    private static final String OTHER_GENERATION = "SK001";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final IntSupplier generation;
    private final Runnable changed;

    @Inject
    PostgresPeople(Database database, Pseudonymizer pseudonymizer) {
        this(database, pseudonymizer::generation, pseudonymizer::changed);
    }

    PostgresPeople(Database database, IntSupplier generation) {
        this(database, generation, () -> {});
    }

    private PostgresPeople(Database database, IntSupplier generation, Runnable changed) {
        this.database = database;
        this.generation = generation;
        this.changed = changed;
    }

    @Override
    public List<PersonKey> admit(Zone zone, List<Admission> admissions) {
        if (admissions.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " admissions");
        }
        boolean seen = admissions.stream()
                .anyMatch(admission -> earlier(admission.linkage()) != null || earlier(admission.local()) != null);
        try (Connection connection = database.connection(zone);
                PreparedStatement statement = connection.prepareStatement(seen ? ADMIT_SEEN : ADMIT)) {
            statement.setArray(1, connection.createArrayOf("bytea", tokens(admissions, Admission::linkage)));
            statement.setArray(2, connection.createArrayOf("bytea", tokens(admissions, Admission::local)));
            statement.setArray(3, connection.createArrayOf("bytea", candidates(admissions.size())));
            statement.setInt(4, generation(admissions));
            if (seen) {
                statement.setArray(
                        5, connection.createArrayOf("bytea", tokens(admissions, one -> earlier(one.linkage()))));
                statement.setArray(
                        6, connection.createArrayOf("bytea", tokens(admissions, one -> earlier(one.local()))));
            }
            return people(statement, admissions.size());
        } catch (SQLException e) {
            throw refusal(new DatabaseFailure(e));
        }
    }

    private RuntimeException refusal(DatabaseFailure failure) {
        if (failure.sqlState().equals(OTHER_GENERATION)) {
            changed.run();
            return new PseudonymRefused.KeysChanged();
        }
        return failure;
    }

    private static @Nullable Token earlier(@Nullable Token token) {
        return token == null ? null : token.earlier().orElse(null);
    }

    /** The one generation with which the tokens were computed. */
    private int generation(List<Admission> admissions) {
        int[] generations = admissions.stream()
                .flatMap(admission -> Stream.of(admission.linkage(), admission.local()))
                .filter(Objects::nonNull)
                .mapToInt(Token::generation)
                .filter(computed -> computed > 0)
                .distinct()
                .toArray();
        if (generations.length > 1) {
            throw new PseudonymRefused.KeysChanged();
        }
        return generations.length == 1 ? generations[0] : generation.getAsInt();
    }

    private static List<PersonKey> people(PreparedStatement statement, int expected) throws SQLException {
        List<PersonKey> people = new ArrayList<>(expected);
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                people.add(PersonKey.of(rows.getBytes(1)));
            }
        }
        return people;
    }

    private static byte @Nullable [][] tokens(List<Admission> admissions, Function<Admission, @Nullable Token> part) {
        byte[][] tokens = new byte[admissions.size()][];
        for (int i = 0; i < tokens.length; i++) {
            Token token = part.apply(admissions.get(i));
            if (token != null) {
                tokens[i] = token.bytes();
            }
        }
        return tokens;
    }

    private static byte[][] candidates(int count) {
        byte[] drawn = new byte[count * PersonKey.LENGTH];
        RANDOM.nextBytes(drawn);
        byte[][] candidates = new byte[count][PersonKey.LENGTH];
        for (int i = 0; i < count; i++) {
            System.arraycopy(drawn, i * PersonKey.LENGTH, candidates[i], 0, PersonKey.LENGTH);
        }
        return candidates;
    }
}
