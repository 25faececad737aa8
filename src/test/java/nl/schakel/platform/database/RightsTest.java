package nl.schakel.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Walks every role, table and verb in the database's own catalogue and compares with the list that people review,
 * {@code src/test/resources/database/rights.txt}; and holds the rules that no list may break.
 */
class RightsTest {
    private static final Path REVIEWED = Path.of("src/test/resources/database/rights.txt");
    private static final Path FUNCTIONS = Path.of("src/test/resources/database/functions.txt");
    private static final String TABLES =
            "select c.oid, n.nspname || '.' || c.relname as name, c.relkind, c.relrowsecurity, c.relforcerowsecurity, "
                    + "coalesce(obj_description(c.oid, 'pg_class'), '') as remark from pg_class c "
                    + "join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm') "
                    + "and n.nspname not in ('pg_catalog', 'information_schema', 'schakel_migrations') "
                    + "and n.nspname not like 'pg\\_%' order by 2";

    @Test
    void every_role_may_do_with_every_table_what_was_reviewed_and_nothing_else() throws Exception {
        String sql = "with t as (" + TABLES + "), r as (select rolname from pg_roles where rolname like 'schakel\\_%' "
                + "and rolname not in ('schakel_owner', 'schakel_migrator')), "
                + "v as (select * from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', "
                + "'TRIGGER']) verb) select t.name || ' ' || r.rolname || ' ' || string_agg(v.verb, ',' order by v.verb) "
                + "from t, r, v where has_table_privilege(r.rolname, t.oid, v.verb) "
                + "or (v.verb in ('SELECT', 'INSERT', 'UPDATE') and has_any_column_privilege(r.rolname, t.oid, v.verb)) "
                + "group by t.name, r.rolname order by 1";
        List<String> actual = strings(sql);
        assertThat(actual).hasSizeGreaterThan(40);
        Path written = Path.of("target/rights.txt");
        Files.write(written, actual);
        assertThat(actual)
                .as("rights now in %s; review the difference and copy it to %s", written, REVIEWED)
                .isEqualTo(Files.readAllLines(REVIEWED));
    }

    @Test
    void every_role_may_call_the_functions_that_were_reviewed_and_no_others() throws Exception {
        List<String> actual = strings("select n.nspname || '.' || p.proname || ' ' || r.rolname "
                + "from pg_proc p join pg_namespace n on n.oid = p.pronamespace, pg_roles r "
                + "where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%' "
                + "and r.rolname like 'schakel\\_%' and r.rolname not in ('schakel_owner', 'schakel_migrator') "
                + "and has_function_privilege(r.rolname, p.oid, 'EXECUTE') "
                + "and has_schema_privilege(r.rolname, n.oid, 'USAGE') order by 1");
        assertThat(actual).hasSizeGreaterThan(20);
        Path written = Path.of("target/functions.txt");
        Files.write(written, actual);
        assertThat(actual)
                .as("rights now in %s; review the difference and copy it to %s", written, FUNCTIONS)
                .isEqualTo(Files.readAllLines(FUNCTIONS));
    }

    @Test
    void the_only_keys_that_functions_give_the_cold_role_are_the_persons_of_the_consent_registers() throws Exception {
        assertThat(strings("select distinct n.nspname || '.' || p.proname from pg_proc p "
                        + "join pg_namespace n on n.oid = p.pronamespace "
                        + "where n.nspname not in ('pg_catalog', 'information_schema') "
                        + "and has_function_privilege('schakel_cold', p.oid, 'EXECUTE') "
                        + "and has_schema_privilege('schakel_cold', n.oid, 'USAGE') "
                        + "and pg_get_function_result(p.oid) ~ '(bytea|record)' order by 1"))
                .containsExactly("consent.effective_at", "consent.objected_at");
    }

    @Test
    void every_table_says_what_protects_it() throws Exception {
        assertThat(strings("select name from (" + TABLES + ") t where relkind in ('r', 'p') and remark = ''"))
                .isEmpty();
    }

    @Test
    void what_the_school_role_may_read_or_change_has_forced_row_security() throws Exception {
        assertThat(strings(
                        "select name from (" + TABLES + ") t where relkind in ('r', 'p') and not relforcerowsecurity "
                                + "and (has_any_column_privilege('schakel_school', oid, 'SELECT') "
                                + "or has_any_column_privilege('schakel_school', oid, 'UPDATE') "
                                + "or has_table_privilege('schakel_school', oid, 'DELETE'))"))
                .isEmpty();
    }

    @Test
    void the_cold_role_reads_no_token_and_no_linkage_pseudonym() throws Exception {
        String columns = "select t.name || '.' || a.attname from (" + TABLES + ") t "
                + "join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped "
                + "where has_column_privilege('schakel_cold', t.oid, a.attnum, 'SELECT') "
                + "and a.atttypid = 'bytea'::regtype "
                + "and (a.attname ~ '(token|local|lp|rin)' or t.name ~ '^pseudonym')";
        assertThat(strings(columns)).isEmpty();
    }

    @Test
    void nobody_but_the_owner_may_change_or_remove_audit_entries() throws Exception {
        assertThat(strings("select t.name || ' ' || r.rolname from (" + TABLES + ") t, pg_roles r "
                        + "where t.name = 'audit.pending' and r.rolname like 'schakel\\_%' "
                        + "and r.rolname not in ('schakel_owner', 'schakel_migrator') "
                        + "and (has_any_column_privilege(r.rolname, t.oid, 'UPDATE') "
                        + "or has_table_privilege(r.rolname, t.oid, 'DELETE') "
                        + "or has_table_privilege(r.rolname, t.oid, 'TRUNCATE'))"))
                .isEmpty();
    }

    @Test
    void functions_with_the_owners_rights_have_a_fixed_search_path_and_are_not_public() throws Exception {
        assertThat(strings("select n.nspname || '.' || p.proname from pg_proc p "
                        + "join pg_namespace n on n.oid = p.pronamespace "
                        + "where n.nspname not in ('pg_catalog', 'information_schema') and p.prosecdef "
                        + "and (not coalesce(array_to_string(p.proconfig, ','), '') like '%search_path=%' "
                        + "or has_function_privilege('public', p.oid, 'EXECUTE'))"))
                .isEmpty();
    }

    @Test
    void no_column_can_hold_a_name_an_address_a_birth_date_or_a_number_of_a_pupil() throws Exception {
        List<String> dates = strings("select t.name || '.' || a.attname from (" + TABLES + ") t "
                + "join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped "
                + "where t.relkind in ('r', 'p') and a.atttypid in ('date'::regtype)");
        assertThat(dates).allSatisfy(column -> assertThat(column)
                .matches(".*\\.(test_date|reference_date|from_date|valid_from|valid_until|starts_on|ends_on|"
                        + "end_date|period_start|period_end|from_day|until_day|effective_from|expires_on|"
                        + "test_day|state_date|from_on|until_on|period_from|period_until)"));
        assertThat(strings("select t.name || '.' || a.attname from (" + TABLES + ") t "
                        + "join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped "
                        + "where a.attname ~* '(birth_?(date|day)|geboorte|surname|achternaam|voornaam|roepnaam|"
                        + "postcode|address|huisnummer|house_?number|bsn|pgn|onderwijsnummer|las_?key|leerling_?id)' "
                        + "and a.attname !~ '^birth_token$'"))
                .isEmpty();
    }

    private static List<String> strings(String sql) throws Exception {
        List<String> found = new ArrayList<>();
        try (Connection connection = TestPostgres.superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
