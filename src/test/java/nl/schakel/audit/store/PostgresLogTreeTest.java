package nl.schakel.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditEntry.Kind;
import nl.schakel.audit.Checkpoint;
import nl.schakel.audit.DamagedLog;
import nl.schakel.audit.KeepLog;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.PublishCheckpoint;
import nl.schakel.audit.SequenceEntries;
import nl.schakel.audit.StoredCheckpoint;
import nl.schakel.audit.TileTree;
import nl.schakel.audit.TreeHash;
import nl.schakel.platform.database.Zone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sequencer's steps on a database of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresLogTreeTest {
    private static final Instant START = Instant.parse("2026-09-01T10:00:00Z");
    private static final AuditEntry ENTRY = AuditEntry.bySystem("startup.begin", ProcessingActivity.OPERATE);
    private final SequencedCopy log = new SequencedCopy();

    @AfterAll
    void drop() throws SQLException {
        log.close();
    }

    @BeforeEach
    void empty() {
        log.empty();
        log.now = START;
    }

    private byte[] rootOfTiles(long size) throws Exception {
        return log.copy.committed(
                Zone.LOG, null, database -> new TileTree(new PostgresLogTree(database, SequencedCopy.SIGNER))
                        .root(size));
    }

    private byte[] rootOfEntries() throws SQLException {
        TreeHash tree = new TreeHash();
        for (String entry : entries()) {
            tree.add(entry.getBytes(StandardCharsets.UTF_8));
        }
        return tree.root();
    }

    private List<String> entries() throws SQLException {
        List<String> all = new ArrayList<>();
        try (Connection connection = log.copy.superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select entry from audit.entry order by seq")) {
            while (row.next()) {
                all.add(row.getString(1));
            }
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 255, 256, 257, 999, 1000})
    void entries_get_numbers_in_the_order_of_their_ids_and_the_tiles_have_the_root_of_their_leaves(int count)
            throws Exception {
        log.append(count, ENTRY);

        assertThat(log.sequence()).isEqualTo(count);

        assertThat(log.copy.ask("select count(*) from audit.pending")).isEqualTo("0");
        assertThat(log.copy.ask("select bool_and(seq = n) from (select seq, row_number() over (order by id) - 1 as n"
                        + " from audit.entry) e"))
                .isEqualTo("t");
        assertThat(rootOfTiles(count)).isEqualTo(rootOfEntries());
    }

    @Test
    void the_log_grows_over_many_batches_of_any_size_up_to_the_third_level_of_tiles() throws Exception {
        int[] batches = {1, 254, 1, 1, 300, 1000, 47, 1000, 1000};
        int size = 0;
        for (int batch : batches) {
            log.append(batch, ENTRY);
            assertThat(log.sequence()).isEqualTo(batch);
            size += batch;
            assertThat(rootOfTiles(size)).as("%d entries", size).isEqualTo(rootOfEntries());
        }
        assertThat(log.copy.ask("select string_agg(level || '/' || index || ':' || octet_length(hashes) / 32, ' '"
                        + " order by level, index) from audit.tile where level = 1"))
                .isEqualTo("1/0:14");
        assertThat(log.sequence()).as("nothing waits").isZero();
    }

    @Test
    void more_than_a_batch_waits_for_the_next_one() throws Exception {
        log.append(1001, ENTRY);
        assertThat(log.sequence()).isEqualTo(SequenceEntries.BATCH);
        assertThat(log.sequence()).isEqualTo(1);
        assertThat(rootOfTiles(1001)).isEqualTo(rootOfEntries());
    }

    @Test
    void a_second_sequencer_does_nothing_while_the_first_holds_the_lock() throws Exception {
        log.append(3, ENTRY);
        log.copy.committed(Zone.LOG, null, database -> {
            assertThat(new PostgresLogTree(database, SequencedCopy.SIGNER).lock())
                    .isTrue();
            assertThat(log.sequence()).isZero();
            assertThat(log.prepare()).isEmpty();
            return 0;
        });
        assertThat(log.sequence()).isEqualTo(3);
    }

    @Test
    void the_first_checkpoint_is_made_at_once_and_the_next_after_a_minute_where_something_is_new() throws Exception {
        log.append(2, ENTRY);
        log.sequence();
        Checkpoint first = log.prepare().orElseThrow();
        assertThat(first).isEqualTo(Checkpoint.of("schakel.test/log", 2, rootOfEntries()));
        log.publish(first);

        log.now = START.plus(Duration.ofMinutes(5));
        assertThat(log.prepare()).as("nothing new").isEmpty();
        log.append(1, ENTRY);
        log.sequence();
        log.publish(log.prepare().orElseThrow());
        log.append(1, ENTRY);
        log.sequence();
        log.now = log.now.plusSeconds(59);
        assertThat(log.prepare()).as("not yet").isEmpty();
        log.now = log.now.plusSeconds(1);
        assertThat(log.prepare().orElseThrow().size()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"RELEASE, true", "KEY, true", "ACT, false", "CONSENT, false", "SYSTEM, false"})
    void releases_and_acts_with_keys_do_not_wait_for_the_minute(Kind kind, boolean atOnce) throws Exception {
        log.append(1, ENTRY);
        log.sequence();
        log.publish(log.prepare().orElseThrow());
        log.append(1, ENTRY.of(kind));
        log.sequence();
        assertThat(log.prepare().isPresent()).isEqualTo(atOnce);
    }

    @Test
    void a_checkpoint_that_was_left_unsigned_is_signed_as_it_was_stored_although_the_log_has_grown() throws Exception {
        log.append(2, ENTRY);
        log.sequence();
        Checkpoint killed = log.prepare().orElseThrow();
        log.append(5, ENTRY);
        log.sequence();
        log.now = START.plusSeconds(600);
        assertThat(log.prepare()).contains(killed);
        log.publish(killed);
        assertThat(log.prepare().orElseThrow().size()).isEqualTo(7);
        assertThat(
                        log.copy.ask(
                                "select string_agg(size || ' ' || (note is not null), ',' order by size) from audit.checkpoint"))
                .isEqualTo("2 true,7 false");
    }

    @Test
    void the_round_numbers_all_that_waits_and_leaves_a_signed_checkpoint() throws Exception {
        log.append(2500, ENTRY);
        log.now = START.plusSeconds(1);
        log.append(1, ENTRY.of(Kind.RELEASE));
        log.copy.committed(Zone.LOG, null, database -> {
            PostgresLogTree tree = new PostgresLogTree(database, SequencedCopy.SIGNER);
            new KeepLog(new SequenceEntries(tree), new PublishCheckpoint(tree, SequencedCopy.SIGNER, log.clock()))
                    .round();
            return 0;
        });
        StoredCheckpoint last =
                log.copy.committed(Zone.LOG, null, database -> new PostgresLogTree(database, SequencedCopy.SIGNER)
                        .newest()
                        .orElseThrow());
        assertThat(last.checkpoint()).isEqualTo(Checkpoint.of("schakel.test/log", 2501, rootOfEntries()));
        assertThat(last.note()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.tile set hashes = overlay(hashes placing '\\x00'::bytea from 5) where level = 0",
                "delete from audit.entry where seq = 9",
                "delete from audit.entry where seq > 3",
                "update audit.checkpoint set root = overlay(root placing '\\x00'::bytea from 1)"
            })
    void nothing_is_signed_on_top_of_a_log_that_does_not_continue_the_last_checkpoint(String damage) throws Exception {
        log.append(10, ENTRY);
        log.sequence();
        log.publish(log.prepare().orElseThrow());
        log.append(damage.contains("seq") ? 0 : 1, ENTRY);
        log.sequence();
        String table = damage.replaceAll("(update|delete from) (audit\\.[a-z]+) .*", "$2");
        log.withoutTriggers(table, damage);
        log.now = START.plusSeconds(600);
        assertThatThrownBy(log::prepare).isInstanceOf(DamagedLog.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            schakel_log     | delete from audit.pending
            schakel_log     | update audit.pending set entry = '{}'
            schakel_log     | insert into audit.entry values (99, gen_random_uuid(), '2026-01-01', 'act', '{}')
            schakel_log     | update audit.entry set entry = '{}'
            schakel_log     | delete from audit.entry
            schakel_log     | delete from audit.tile
            schakel_log     | update audit.tile set level = 3
            schakel_log     | update audit.tile set hashes = overlay(hashes placing '\\x00'::bytea from 5)
            schakel_log     | update audit.checkpoint set root = root
            schakel_log     | update audit.checkpoint set note = 'other'
            schakel_log     | delete from audit.checkpoint
            schakel_auditor | update audit.entry set entry = '{}'
            schakel_auditor | select audit.sequence(0, 10)
            schakel_cold    | select count(*) from audit.entry
            schakel_cold    | select audit.sequence(0, 10)
            schakel_school  | select count(*) from audit.checkpoint
            schakel_school  | select audit.behind_since()
            postgres        | delete from audit.pending
            postgres        | truncate audit.pending
            postgres        | delete from audit.entry
            postgres        | update audit.entry set entry = '{}'
            postgres        | truncate audit.tile
            postgres        | update audit.tile set hashes = substring(hashes from 1 for 32)
            postgres        | update audit.checkpoint set note = null
            postgres        | update audit.checkpoint set size = size + 1
            """)
    void a_role_can_neither_rewrite_the_log_nor_take_anything_out_of_it(String role, String sql) throws Exception {
        log.append(3, ENTRY);
        log.sequence();
        log.publish(log.prepare().orElseThrow());
        log.append(1, ENTRY);
        try (Connection connection = connection(role);
                Statement statement = connection.createStatement()) {
            if (role.equals("postgres")) {
                statement.execute("set session_replication_role = replica");
            }
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    private Connection connection(String role) throws SQLException {
        return role.equals("postgres")
                ? log.copy.superuser()
                : log.copy.connection(
                        Zone.valueOf(role.substring("schakel_".length()).toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @CsvSource({"4, 2026-09-01T10:00:00Z", "3, 2026-09-01T11:00:00Z", "9, 2026-09-01T09:59:59Z"})
    void a_checkpoint_is_larger_and_later_than_all_before_it(long size, Instant t) throws Exception {
        log.append(4, ENTRY);
        log.sequence();
        log.publish(log.prepare().orElseThrow());
        assertThatThrownBy(() -> log.copy.committed(Zone.LOG, null, database -> {
                    new PostgresLogTree(database, SequencedCopy.SIGNER)
                            .prepare(Checkpoint.of("x", size, new byte[32]), t);
                    return 0;
                }))
                .hasMessageContaining("23");
    }
}
