package nl.schakel.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditEntry.Kind;
import nl.schakel.audit.Checkpoint;
import nl.schakel.audit.CheckpointSigner;
import nl.schakel.audit.DamagedLog;
import nl.schakel.audit.EntryWriter;
import nl.schakel.audit.InMemoryAuditTrail;
import nl.schakel.audit.KeepLog;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.PublishCheckpoint;
import nl.schakel.audit.SequenceEntries;
import nl.schakel.audit.SignedNote;
import nl.schakel.audit.StoredCheckpoint;
import nl.schakel.audit.TestKeys;
import nl.schakel.audit.TileTree;
import nl.schakel.audit.TreeHash;
import nl.schakel.platform.database.CopiedDatabase;
import nl.schakel.platform.database.Zone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
    private static final CheckpointSigner SIGNER = new CheckpointSigner() {
        @Override
        public String origin() {
            return "schakel.test/log";
        }

        @Override
        public SignedNote sign(Checkpoint checkpoint) {
            return new SignedNote(checkpoint.text() + "\n\u2014 schakel.test/log AAAA\n");
        }

        @Override
        public String verificationKey() {
            return "schakel.test/log+00000000+AA==";
        }
    };

    private CopiedDatabase copy;
    private Instant now = START;

    @BeforeAll
    void copy() throws Exception {
        copy = new CopiedDatabase();
    }

    @AfterAll
    void drop() throws SQLException {
        copy.close();
    }

    @BeforeEach
    void empty() {
        for (String table : List.of("pending", "entry", "tile", "checkpoint")) {
            withoutTriggers("audit." + table, "truncate audit." + table);
        }
        now = START;
    }

    /** What the owner of a table can do, and a superuser. */
    private void withoutTriggers(String table, String sql) {
        copy.write("alter table " + table + " disable trigger user");
        copy.write(sql);
        copy.write("do $$ declare name text; begin for name in select tgname from pg_trigger where tgrelid = '" + table
                + "'::regclass and not tgisinternal loop execute 'alter table " + table
                + " enable always trigger ' || name; end loop; end $$");
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private void append(int count, AuditEntry entry) throws Exception {
        copy.committed(Zone.COLD, null, database -> {
            PostgresAuditTrail trail = new PostgresAuditTrail(
                    database, new EntryWriter(new TestKeys(), InMemoryAuditTrail.stamps(clock())));
            for (int i = 0; i < count; i++) {
                trail.append(Zone.COLD, entry);
            }
            return count;
        });
    }

    private int sequence() throws Exception {
        return copy.committed(
                Zone.LOG, null, database -> new SequenceEntries(new PostgresLogTree(database, SIGNER)).next());
    }

    private Optional<Checkpoint> prepare() throws Exception {
        return copy.committed(Zone.LOG, null, database -> new PublishCheckpoint(
                        new PostgresLogTree(database, SIGNER), SIGNER, clock())
                .prepare());
    }

    private void publish(Checkpoint checkpoint) throws Exception {
        copy.committed(Zone.LOG, null, database -> {
            PublishCheckpoint step = new PublishCheckpoint(new PostgresLogTree(database, SIGNER), SIGNER, clock());
            step.publish(checkpoint, step.sign(checkpoint));
            return checkpoint;
        });
    }

    private byte[] rootOfTiles(long size) throws Exception {
        return copy.committed(
                Zone.LOG, null, database -> new TileTree(new PostgresLogTree(database, SIGNER)).root(size));
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
        try (Connection connection = copy.superuser();
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
        append(count, ENTRY);

        assertThat(sequence()).isEqualTo(count);

        assertThat(copy.ask("select count(*) from audit.pending")).isEqualTo("0");
        assertThat(copy.ask("select bool_and(seq = n) from (select seq, row_number() over (order by id) - 1 as n"
                        + " from audit.entry) e"))
                .isEqualTo("t");
        assertThat(rootOfTiles(count)).isEqualTo(rootOfEntries());
    }

    @Test
    void the_log_grows_over_many_batches_of_any_size_up_to_the_third_level_of_tiles() throws Exception {
        int[] batches = {1, 254, 1, 1, 300, 1000, 47, 1000, 1000};
        int size = 0;
        for (int batch : batches) {
            append(batch, ENTRY);
            assertThat(sequence()).isEqualTo(batch);
            size += batch;
            assertThat(rootOfTiles(size)).as("%d entries", size).isEqualTo(rootOfEntries());
        }
        assertThat(copy.ask("select string_agg(level || '/' || index || ':' || octet_length(hashes) / 32, ' '"
                        + " order by level, index) from audit.tile where level = 1"))
                .isEqualTo("1/0:14");
        assertThat(sequence()).as("nothing waits").isZero();
    }

    @Test
    void more_than_a_batch_waits_for_the_next_one() throws Exception {
        append(1001, ENTRY);
        assertThat(sequence()).isEqualTo(SequenceEntries.BATCH);
        assertThat(sequence()).isEqualTo(1);
        assertThat(rootOfTiles(1001)).isEqualTo(rootOfEntries());
    }

    @Test
    void a_second_sequencer_does_nothing_while_the_first_holds_the_lock() throws Exception {
        append(3, ENTRY);
        copy.committed(Zone.LOG, null, database -> {
            assertThat(new PostgresLogTree(database, SIGNER).lock()).isTrue();
            assertThat(sequence()).isZero();
            assertThat(prepare()).isEmpty();
            return 0;
        });
        assertThat(sequence()).isEqualTo(3);
    }

    @Test
    void the_first_checkpoint_is_made_at_once_and_the_next_after_a_minute_where_something_is_new() throws Exception {
        append(2, ENTRY);
        sequence();
        Checkpoint first = prepare().orElseThrow();
        assertThat(first).isEqualTo(Checkpoint.of("schakel.test/log", 2, rootOfEntries()));
        publish(first);

        now = START.plus(Duration.ofMinutes(5));
        assertThat(prepare()).as("nothing new").isEmpty();
        append(1, ENTRY);
        sequence();
        publish(prepare().orElseThrow());
        append(1, ENTRY);
        sequence();
        now = now.plusSeconds(59);
        assertThat(prepare()).as("not yet").isEmpty();
        now = now.plusSeconds(1);
        assertThat(prepare().orElseThrow().size()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"RELEASE, true", "KEY, true", "ACT, false", "CONSENT, false", "SYSTEM, false"})
    void releases_and_acts_with_keys_do_not_wait_for_the_minute(Kind kind, boolean atOnce) throws Exception {
        append(1, ENTRY);
        sequence();
        publish(prepare().orElseThrow());
        append(1, ENTRY.of(kind));
        sequence();
        assertThat(prepare().isPresent()).isEqualTo(atOnce);
    }

    @Test
    void a_checkpoint_that_was_left_unsigned_is_signed_as_it_was_stored_although_the_log_has_grown() throws Exception {
        append(2, ENTRY);
        sequence();
        Checkpoint killed = prepare().orElseThrow();
        append(5, ENTRY);
        sequence();
        now = START.plusSeconds(600);
        assertThat(prepare()).contains(killed);
        publish(killed);
        assertThat(prepare().orElseThrow().size()).isEqualTo(7);
        assertThat(
                        copy.ask(
                                "select string_agg(size || ' ' || (note is not null), ',' order by size) from audit.checkpoint"))
                .isEqualTo("2 true,7 false");
    }

    @Test
    void the_round_numbers_all_that_waits_and_leaves_a_signed_checkpoint() throws Exception {
        append(2500, ENTRY);
        now = START.plusSeconds(1);
        append(1, ENTRY.of(Kind.RELEASE));
        copy.committed(Zone.LOG, null, database -> {
            PostgresLogTree tree = new PostgresLogTree(database, SIGNER);
            new KeepLog(new SequenceEntries(tree), new PublishCheckpoint(tree, SIGNER, clock())).round();
            return 0;
        });
        StoredCheckpoint last = copy.committed(Zone.LOG, null, database -> new PostgresLogTree(database, SIGNER)
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
        append(10, ENTRY);
        sequence();
        publish(prepare().orElseThrow());
        append(damage.contains("seq") ? 0 : 1, ENTRY);
        sequence();
        String table = damage.replaceAll("(update|delete from) (audit\\.[a-z]+) .*", "$2");
        withoutTriggers(table, damage);
        now = START.plusSeconds(600);
        assertThatThrownBy(this::prepare).isInstanceOf(DamagedLog.class);
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
        append(3, ENTRY);
        sequence();
        publish(prepare().orElseThrow());
        append(1, ENTRY);
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
                ? copy.superuser()
                : copy.connection(
                        Zone.valueOf(role.substring("schakel_".length()).toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @CsvSource({"4, 2026-09-01T10:00:00Z", "3, 2026-09-01T11:00:00Z", "9, 2026-09-01T09:59:59Z"})
    void a_checkpoint_is_larger_and_later_than_all_before_it(long size, Instant t) throws Exception {
        append(4, ENTRY);
        sequence();
        publish(prepare().orElseThrow());
        assertThatThrownBy(() -> copy.committed(Zone.LOG, null, database -> {
                    new PostgresLogTree(database, SIGNER).prepare(Checkpoint.of("x", size, new byte[32]), t);
                    return 0;
                }))
                .hasMessageContaining("23");
    }
}
