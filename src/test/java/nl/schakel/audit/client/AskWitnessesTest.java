package nl.schakel.audit.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import nl.schakel.audit.ASigner;
import nl.schakel.audit.ATree;
import nl.schakel.audit.AskWitnesses;
import nl.schakel.audit.InMemoryCosignatures;
import nl.schakel.audit.Note;
import nl.schakel.audit.Signatures;
import nl.schakel.audit.VerificationKey;
import nl.schakel.audit.WitnessContact;
import nl.schakel.audit.WitnessContact.Outcome;
import nl.schakel.audit.WitnessErrands;
import nl.schakel.audit.WitnessPolicy;
import nl.schakel.audit.command.RunningWitness;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The service's side, with real witnesses in processes of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AskWitnessesTest {
    private static final Signatures CHECK =
            ServiceLoader.load(Signatures.class).findFirst().orElseThrow();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant START = Instant.parse("2026-09-01T10:00:00Z");

    @SuppressWarnings("NullAway.Init")
    private Path place;

    private final List<RunningWitness> running = new ArrayList<>();
    private final List<VerificationKey> keys = new ArrayList<>();
    private Instant now = START;
    private int logs;
    private ASigner log = ASigner.log("schakel.example/0", 1);
    private ATree tree = new ATree("schakel.example/0");
    private InMemoryCosignatures stored = new InMemoryCosignatures();

    /** Two witnesses of ten logs that lie ready, one log for each test. */
    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        place = temporary;
        StringBuilder known = new StringBuilder();
        for (int n = 1; n <= 10; n++) {
            known.append("log ").append(signer(n).key().line()).append('\n');
        }
        Path policy = Files.writeString(place.resolve("logboeken"), known + "quorum none\n");
        for (String name : List.of("een", "twee")) {
            Path folder = place.resolve(name);
            keys.add(RunningWitness.ed25519(RunningWitness.made(folder, "getuige.example/" + name)));
            running.add(RunningWitness.start(folder, policy));
        }
    }

    @AfterAll
    void stop() {
        running.forEach(RunningWitness::close);
    }

    @BeforeEach
    void begin() {
        logs++;
        log = signer(logs);
        tree = new ATree(log.key().name());
        stored = new InMemoryCosignatures();
        now = START;
    }

    private static ASigner signer(int number) {
        return ASigner.log("schakel.example/" + number, number);
    }

    private WitnessPolicy policy(URI... addresses) {
        StringBuilder text = new StringBuilder("log " + log.key().line() + "\n");
        for (int n = 0; n < addresses.length; n++) {
            text.append("witness w").append(n).append(' ').append(keys.get(n).line());
            text.append(' ').append(addresses[n]).append('\n');
        }
        text.append("group g all")
                .append(addresses.length > 1 ? " w0 w1" : " w0")
                .append("\nquorum g\n");
        return WitnessPolicy.read(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private WitnessPolicy both() {
        return policy(running.get(0).url(), running.get(1).url());
    }

    private AskWitnesses asking(WitnessPolicy policy) {
        WitnessErrands errands = new WitnessErrands(stored, tree::tile, CHECK, new Ticking());
        return new AskWitnesses(() -> Optional.of(policy), errands, new HttpWitnessCalls(PATIENCE), new Ticking());
    }

    private void grow(int count, String word) {
        tree.grow(count, word);
        now = now.plus(Duration.ofMinutes(1));
        stored.publish(tree.checkpoint(tree.size()), tree.note(tree.size(), log), now);
    }

    private final class Ticking extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private List<Outcome> outcomes(WitnessPolicy policy) {
        return stored.state(policy).contacts().stream()
                .map(WitnessContact::outcome)
                .sorted()
                .toList();
    }

    @Test
    void each_checkpoint_gets_its_quorum_and_the_lines_verify() {
        AskWitnesses asking = asking(both());
        for (int round = 0; round < 3; round++) {
            grow(100 * round + 7, "regel");
            assertThat(stored.state(both()).isWitnessed(now)).isEqualTo(round > 0);
            asking.round();
            assertThat(stored.state(both()).lackingSince()).isEmpty();
            assertThat(stored.state(both()).isWitnessed(now)).isTrue();
        }
        Note note = tree.note(tree.size(), log).with(stored.lines(tree.size()));
        assertThat(both().requireWitnessed(note, CHECK).signers()).hasSize(2);
    }

    @Test
    void a_service_that_lost_the_answer_takes_up_where_the_witness_is() {
        InMemoryCosignatures before = stored.backup();
        grow(7, "regel");
        asking(both()).round();
        stored = before;
        grow(4, "regel");
        asking(both()).round();
        assertThat(stored.state(both()).isWitnessed(now)).isTrue();
        assertThat(outcomes(both())).containsExactly(Outcome.SIGNED, Outcome.SIGNED);
    }

    @Test
    void a_backup_that_was_put_back_is_found_out_at_the_next_start_and_stays_an_alarm() {
        grow(20, "regel");
        asking(both()).round();
        InMemoryCosignatures backup = stored.backup();
        ATree then = tree.branch(20);
        grow(30, "regel");
        asking(both()).round();
        stored = backup;
        tree = then;
        assertThat(stored.state(both()).isContradicted()).isFalse();
        asking(both()).round();
        assertThat(outcomes(both())).containsExactly(Outcome.ROLLED_BACK, Outcome.ROLLED_BACK);
        assertThat(stored.state(both()).isContradicted()).isTrue();
        assertThat(stored.state(both()).isWitnessed(now)).isFalse();
        grow(40, "anders");
        asking(both()).round();
        assertThat(outcomes(both())).containsExactly(Outcome.CONTRADICTED, Outcome.CONTRADICTED);
        assertThat(stored.lines(60)).isEmpty();
    }

    @Test
    void a_rewritten_log_of_the_same_size_is_found_out() {
        grow(20, "regel");
        asking(both()).round();
        stored = new InMemoryCosignatures();
        tree = tree.branch(19);
        grow(1, "anders");
        asking(both()).round();
        assertThat(outcomes(both())).containsExactly(Outcome.CONTRADICTED, Outcome.CONTRADICTED);
    }

    @Test
    void a_log_key_that_the_witness_does_not_know_is_refused() {
        log = ASigner.log(log.key().name(), 99);
        grow(5, "regel");
        asking(both()).round();
        assertThat(outcomes(both())).containsExactly(Outcome.REFUSED, Outcome.REFUSED);
    }

    @Test
    void a_signature_of_another_than_the_witness_of_the_policy_counts_for_nothing() {
        grow(5, "regel");
        WitnessPolicy crossed = policy(running.get(1).url(), running.get(0).url());
        asking(crossed).round();
        assertThat(outcomes(crossed)).containsExactly(Outcome.REFUSED, Outcome.REFUSED);
        assertThat(stored.lines(5)).isEmpty();
        assertThat(stored.state(crossed).witnessedSize()).isZero();
    }

    @Test
    void an_address_with_another_path_is_no_witness() {
        grow(5, "regel");
        WitnessPolicy wrong = policy(URI.create(running.get(0).url() + "/ergens"));
        asking(wrong).round();
        assertThat(outcomes(wrong)).containsExactly(Outcome.REFUSED);
    }

    @Test
    void a_witness_that_does_not_answer_costs_no_more_than_the_patience_and_is_left_alone_for_a_while()
            throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            grow(5, "regel");
            WitnessPolicy policy = policy(URI.create("http://127.0.0.1:" + silent.getLocalPort()));
            WitnessErrands errands = new WitnessErrands(stored, tree::tile, CHECK, new Ticking());
            AskWitnesses asking = new AskWitnesses(
                    () -> Optional.of(policy), errands, new HttpWitnessCalls(Duration.ofMillis(300)), new Ticking());
            asking.round();
            assertThat(outcomes(policy)).containsExactly(Outcome.AWAY);
            Instant asked = stored.state(policy).contacts().get(0).t();
            now = now.plusSeconds(10);
            asking.round();
            assertThat(stored.state(policy).contacts()).first().satisfies(contact -> assertThat(contact.t())
                    .isEqualTo(asked));
            now = now.plusSeconds(30);
            asking.round();
            assertThat(stored.state(policy).contacts()).first().satisfies(contact -> {
                assertThat(contact.t()).isEqualTo(now);
                assertThat(contact.since()).isEqualTo(asked);
            });
            assertThat(stored.state(policy).isWitnessed(now)).isFalse();
        }
    }

    @Test
    void a_witness_that_was_away_signs_the_newest_checkpoint_when_it_is_back() {
        WitnessPolicy one = policy(running.get(0).url());
        AskWitnesses asking = asking(one);
        grow(5, "regel");
        asking.round();
        grow(5, "regel");
        grow(5, "regel");
        now = now.plus(Duration.ofMinutes(5));
        assertThat(stored.state(one).isWitnessed(now)).isFalse();
        assertThat(stored.state(one).lackingSince()).contains(START.plus(Duration.ofMinutes(2)));
        asking.round();
        assertThat(stored.state(one).isWitnessed(now)).isTrue();
        assertThat(stored.state(one).witnessedSize()).isEqualTo(15);
    }
}
