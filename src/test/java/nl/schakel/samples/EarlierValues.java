package nl.schakel.samples;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.pseudonym.PersonKey;

/**
 * Some persons as they are when a change of keys has just been opened: their numbers and keys are values of the earlier
 * series. The change itself would hold for all tests of the database. Closing forgets what was not seen again.
 */
public final class EarlierValues implements AutoCloseable {
    private static final List<String> OPEN = List.of(
            "insert into pseudonym.earlier_number (lp, p) select q.lp, q.p from pseudonym.person q"
                    + " where q.p = any (?) and q.lp is not null",
            "update pseudonym.person q set lp = null where q.p = any (?)",
            "update delivery.pupil_token t set earlier_local = true, earlier_tokens = true"
                    + " from pseudonym.local_pupil l where l.token = t.local and l.p = any (?)",
            "insert into pseudonym.earlier_local (token, p) select l.token, l.p from pseudonym.local_pupil l"
                    + " where l.p = any (?)",
            "delete from pseudonym.local_pupil l where l.p = any (?)");
    private static final List<String> CLOSE = List.of(
            "delete from pseudonym.earlier_number e where e.p = any (?)",
            "delete from pseudonym.earlier_local e where e.p = any (?)");

    private final byte[][] persons;

    private EarlierValues(byte[][] persons) {
        this.persons = persons;
    }

    /** Opens a change for these persons. */
    public static EarlierValues of(PersonKey... persons) {
        EarlierValues opened =
                new EarlierValues(Arrays.stream(persons).map(PersonKey::bytes).toArray(byte[][]::new));
        opened.run(OPEN);
        return opened;
    }

    @Override
    public void close() {
        run(CLOSE);
    }

    private void run(List<String> statements) {
        try (Connection connection = TestPostgres.superuser()) {
            for (String sql : statements) {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    statement.setArray(1, connection.createArrayOf("bytea", persons));
                    statement.execute();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
