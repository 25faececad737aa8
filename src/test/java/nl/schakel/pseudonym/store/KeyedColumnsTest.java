package nl.schakel.pseudonym.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import org.junit.jupiter.api.Test;

/**
 * Every column of every type and schema is either rotated or listed in {@code database/columns.txt} with the reason why it is
 * not: a new one fails here until somebody judges it.
 */
class KeyedColumnsTest {
    private final Statements statements = TestPostgres.database(null).statements(Zone.LINK);

    @Test
    void every_column_is_rotated_or_has_a_reason_not_to_be() throws IOException {
        TreeSet<String> keyed = new TreeSet<>(statements.list(
                "select relation || '.' || unnest(columns) from pseudonym.keyed", row -> row.getString(1)));
        Map<String, String> reasons = reasons();
        Map<String, String> wrong = new TreeMap<>();
        List<String> existing = existing();
        for (String column : existing) {
            if (keyed.contains(column) == reasons.containsKey(column)) {
                wrong.put(
                        column,
                        keyed.contains(column) ? "rotated, but listed as not keyed" : "neither rotated nor explained");
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(existing).containsAll(keyed).containsAll(reasons.keySet()).hasSizeGreaterThan(300);
    }

    @Test
    void a_column_of_bytes_has_a_line_of_its_own() throws IOException {
        List<String> bytes = statements.list(
                "select attrelid::regclass || '.' || attname from pg_attribute join pg_class c on c.oid = attrelid"
                        + " where c.relkind in ('r', 'm', 'p') and not c.relispartition and attnum > 0 and not attisdropped"
                        + " and atttypid in ('bytea'::regtype, 'bytea[]'::regtype)",
                row -> row.getString(1));
        for (String line : lines()) {
            String[] named = line.substring(0, line.indexOf('|')).strip().split(" ");
            for (int i = 1; i < named.length; i++) {
                assertThat(named.length > 2 && bytes.contains(named[0] + "." + named[i]))
                        .as(line)
                        .isFalse();
            }
        }
    }

    private List<String> existing() {
        return statements.list(
                "select n.nspname || '.' || c.relname || '.' || a.attname from pg_attribute a"
                        + " join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace"
                        + " where c.relkind in ('r', 'm', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped"
                        + " and n.nspname not in ('pg_catalog', 'information_schema')"
                        + " and n.nspname !~ '^pg_(toast|temp)'",
                row -> row.getString(1));
    }

    /** The reason of each listed column. */
    private static Map<String, String> reasons() throws IOException {
        Map<String, String> reasons = new TreeMap<>();
        for (String line : lines()) {
            int bar = line.indexOf('|');
            String reason = line.substring(bar + 1).strip();
            assertThat(reason).as(line).hasSizeGreaterThan(5);
            String[] named = line.substring(0, bar).strip().split(" ");
            for (int i = 1; i < named.length; i++) {
                assertThat(reasons.put(named[0] + "." + named[i], reason))
                        .as(line)
                        .isNull();
            }
        }
        return reasons;
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = KeyedColumnsTest.class.getResourceAsStream("/database/columns.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return new ArrayList<>(
                    text.lines().filter(line -> !line.startsWith("#")).toList());
        }
    }
}
