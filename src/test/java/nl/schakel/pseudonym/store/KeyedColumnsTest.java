package nl.schakel.pseudonym.store;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import org.junit.jupiter.api.Test;

/** Every column that could hold a keyed value is either rotated or listed here with the reason why it is not. */
class KeyedColumnsTest {
    private static final String PERSON = "person key: random, no key lies over it";
    private static final String HASH = "digest of something random, made without the keys of holders A and B";

    private static final String EARLIER = "empty unless a change of keys is open, and then there is no rotation";

    private static final Map<String, String> NOT_KEYED = Map.ofEntries(
            entry("account.", HASH),
            entry("audit.", "the log: tags under the log holder's keys, digests, signatures, sealed details"),
            entry("consent.decision.p", PERSON),
            entry("consent.objection.p", PERSON),
            entry(
                    "delivery.delivery.file_digest",
                    "keyed by holder A for files, without layers: recognises a file, no pupil"),
            entry("delivery.subject.p", PERSON),
            entry("extract.", PERSON),
            entry("linkage.link.p", PERSON),
            entry("pseudonym.earlier_local.p", PERSON),
            entry("pseudonym.earlier_local.token", EARLIER),
            entry("pseudonym.earlier_number.lp", EARLIER),
            entry("pseudonym.earlier_number.p", PERSON),
            entry("pseudonym.earlier_rin.p", PERSON),
            entry("pseudonym.earlier_rin.token", EARLIER),
            entry("pseudonym.local_pupil.p", PERSON),
            entry("pseudonym.number_change.new_p", PERSON),
            entry("pseudonym.number_change.old_p", PERSON),
            entry("pseudonym.person.p", PERSON),
            entry("pseudonym.rin.p", PERSON),
            entry("pseudonym.superseded.home", PERSON),
            entry("pseudonym.superseded.new_p", PERSON),
            entry("pseudonym.superseded.old_p", PERSON),
            entry("register.advice.p", PERSON),
            entry("register.delivery.content_digest", "as delivery.delivery.file_digest"),
            entry("register.education.p", PERSON),
            entry("register.enrolment.p", PERSON),
            entry("register.household.p", PERSON),
            entry("register.income.p", PERSON),
            entry("register.person.p", PERSON),
            entry("register.person_token.p", PERSON),
            entry("release.", "packages encrypted to their researcher, sealed indexes of persons"));

    private final Statements statements = TestPostgres.database(null).statements(Zone.LINK);

    @Test
    void every_column_of_bytes_is_rotated_or_has_a_reason_not_to_be() {
        TreeSet<String> keyed = new TreeSet<>(statements.list(
                "select relation || '.' || unnest(columns) from pseudonym.keyed", row -> row.getString(1)));
        TreeMap<String, String> unlisted = new TreeMap<>();
        TreeSet<String> existing = new TreeSet<>(statements.list(
                "select n.nspname || '.' || c.relname || '.' || a.attname from pg_attribute a"
                        + " join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace"
                        + " where c.relkind in ('r', 'm', 'p') and a.attnum > 0 and not a.attisdropped"
                        + " and a.atttypid in ('bytea'::regtype, 'bytea[]'::regtype)"
                        + " and n.nspname not in ('pg_catalog', 'information_schema', 'schakel_migrations')"
                        + " and n.nspname !~ '^pg_(toast|temp)'",
                row -> row.getString(1)));
        for (String column : existing) {
            boolean explained = NOT_KEYED.keySet().stream()
                    .anyMatch(listed -> listed.endsWith(".") ? column.startsWith(listed) : column.equals(listed));
            if (keyed.contains(column) == explained) {
                unlisted.put(column, explained ? "rotated, but listed as not keyed" : "neither rotated nor explained");
            }
        }
        assertThat(unlisted).isEmpty();
        assertThat(existing).containsAll(keyed);
    }

    @Test
    void every_reason_belongs_to_a_column() {
        assertThat(NOT_KEYED.keySet().stream().filter(listed -> !listed.endsWith(".")))
                .allSatisfy(listed -> assertThat(statements.number(
                                "select count(*) from pg_attribute where attrelid = ?::regclass and attname = ?",
                                listed.substring(0, listed.lastIndexOf('.')),
                                listed.substring(listed.lastIndexOf('.') + 1)))
                        .as(listed)
                        .isEqualTo(1));
    }
}
