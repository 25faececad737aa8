package nl.schakel.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import nl.schakel.audit.ASigner;
import nl.schakel.audit.ATree;
import nl.schakel.audit.Checkpoint;
import nl.schakel.audit.CheckpointSigner;
import nl.schakel.audit.Cosignatures.CheckedLine;
import nl.schakel.audit.NoteSignature;
import nl.schakel.audit.Signatures;
import nl.schakel.audit.SignedNote;
import nl.schakel.audit.StoredCheckpoint;
import nl.schakel.audit.WitnessContact;
import nl.schakel.audit.WitnessContact.Outcome;
import nl.schakel.audit.WitnessPolicy;
import nl.schakel.audit.WitnessState;
import nl.schakel.platform.database.CopiedDatabase;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.TestDatabase;
import nl.schakel.platform.database.Zone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What witnesses signed, in a database of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresCosignaturesTest {
    private static final Signatures CHECK =
            ServiceLoader.load(Signatures.class).findFirst().orElseThrow();
    private static final Instant START = Instant.parse("2026-09-01T10:00:00Z");
    private static final String ORIGIN = "schakel.test/log";
    private static final ASigner LOG = ASigner.log(ORIGIN, 1);
    private static final ASigner WITNESS = ASigner.witness("getuige.example/een", 2);
    private static final ASigner OTHER = ASigner.witness("getuige.example/twee", 3);
    private static final ATree TREE = new ATree(ORIGIN).grow(30, "regel");
    private static final CheckpointSigner SIGNER = new CheckpointSigner() {
        @Override
        public String origin() {
            return ORIGIN;
        }

        @Override
        public SignedNote sign(Checkpoint checkpoint) {
            return new SignedNote(TREE.note((int) checkpoint.size(), LOG).value());
        }

        @Override
        public String verificationKey() {
            return LOG.key().line();
        }
    };
    private static final WitnessPolicy POLICY = WitnessPolicy.read(("log "
                    + LOG.key().line() + "\nwitness een "
                    + WITNESS.key().line() + "\nwitness twee " + OTHER.key().line()
                    + "\ngroup g all een twee\nquorum g\n")
            .getBytes(StandardCharsets.UTF_8));

    @SuppressWarnings("NullAway.Init")
    private CopiedDatabase copy;

    /** Three checkpoints: 10 and 20 are signed, 30 is not yet. */
    @BeforeAll
    void prepare() throws Exception {
        copy = new CopiedDatabase();
        for (int size = 10; size <= 30; size += 10) {
            Checkpoint checkpoint = TREE.checkpoint(size);
            Instant t = START.plusSeconds(size);
            inLog(database -> {
                PostgresLogTree tree = new PostgresLogTree(database, SIGNER);
                tree.prepare(checkpoint, t);
                return 0;
            });
            if (size < 30) {
                inLog(database -> {
                    new PostgresLogTree(database, SIGNER)
                            .signed(checkpoint.size(), SIGNER.sign(checkpoint).value());
                    return 0;
                });
            }
        }
    }

    @AfterAll
    void drop() throws SQLException {
        copy.close();
    }

    private <T> T inLog(TestDatabase.Work<T> work) throws Exception {
        return copy.committed(Zone.LOG, null, work);
    }

    private Optional<WitnessContact> contact(ASigner witness) throws Exception {
        return inLog(database -> cosignatures(database).contact(witness.key()));
    }

    private static PostgresCosignatures cosignatures(Database database) {
        return new PostgresCosignatures(database, SIGNER);
    }

    private static CheckedLine line(ASigner signer, int size, Instant time) {
        return new CheckedLine(signer.sign(TREE.checkpoint(size).text(), time.getEpochSecond()), time);
    }

    private WitnessState state() throws Exception {
        return copy.committed(Zone.AUDITOR, null, database -> new PostgresWitnessWatch(
                        () -> Optional.of(POLICY), database, Clock.fixed(START, ZoneOffset.UTC))
                .state());
    }

    @Test
    void lines_are_kept_once_and_tell_how_far_the_log_is_witnessed() throws Exception {
        Optional<StoredCheckpoint> newest =
                inLog(database -> cosignatures(database).newestSigned());
        assertThat(newest).map(StoredCheckpoint::checkpoint).contains(TREE.checkpoint(20));
        assertThat(state().witnessedSize()).isZero();
        assertThat(state().lackingSince()).contains(START.plusSeconds(10));
        CheckedLine first = line(WITNESS, 10, START);
        List<NoteSignature> kept = inLog(database -> {
            PostgresCosignatures cosignatures = cosignatures(database);
            cosignatures.add(10, WITNESS.key(), first);
            cosignatures.add(10, WITNESS.key(), line(WITNESS, 10, START.plusSeconds(5)));
            cosignatures.add(10, OTHER.key(), line(OTHER, 10, START.plusSeconds(1)));
            cosignatures.add(20, OTHER.key(), line(OTHER, 20, START.plusSeconds(2)));
            return cosignatures.lines(10);
        });
        assertThat(kept).hasSize(2).first().isEqualTo(first.line());
        assertThat(POLICY.requireWitnessed(TREE.note(10, LOG).with(kept), CHECK).signers())
                .hasSize(2);
        assertThat(state().witnessedSize()).isEqualTo(10);
        assertThat(state().lackingSince()).contains(START.plusSeconds(20));
    }

    @Test
    void how_it_went_is_kept_for_each_witness() throws Exception {
        WitnessContact away =
                new WitnessContact(WitnessContact.named(WITNESS.key()), 10, Outcome.AWAY, START, START.plusSeconds(9));
        WitnessContact back = new WitnessContact(
                away.witness(), 20, Outcome.ROLLED_BACK, START.plusSeconds(10), START.plusSeconds(10));
        inLog(database -> {
            cosignatures(database).remember(away);
            return 0;
        });
        assertThat(contact(WITNESS)).contains(away);
        assertThat(state().isContradicted()).isFalse();
        inLog(database -> {
            cosignatures(database).remember(back);
            return 0;
        });
        assertThat(state().contacts()).containsExactly(back);
        assertThat(state().isContradicted()).isTrue();
        assertThat(contact(OTHER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.cosignature set t = t",
                "delete from audit.cosignature",
                "truncate audit.cosignature"
            })
    void nobody_changes_what_a_witness_signed(String sql) throws Exception {
        try (Connection superuser = copy.superuser();
                Statement statement = superuser.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).isInstanceOf(SQLException.class);
        }
    }
}
