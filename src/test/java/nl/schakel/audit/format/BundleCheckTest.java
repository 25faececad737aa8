package nl.schakel.audit.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import nl.schakel.audit.BundleCheck;
import nl.schakel.audit.LogVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleCheckTest {
    private static final long SEED = 20261122;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private LogVerdict check(String bundle, Optional<String> state) throws IOException {
        return check(bundle, ABundle.policy(), state);
    }

    private LogVerdict check(String bundle, String policy, Optional<String> state) throws IOException {
        Path file = folder.resolve("bundel");
        Files.write(file, bundle.getBytes(StandardCharsets.UTF_8));
        return new FileBundleCheck()
                .check(new BundleCheck.Order(
                        file, policy, Optional.of(ABundle.SIGNER.key().line()), state));
    }

    @Test
    void a_log_that_is_whole_is_found_whole() throws IOException {
        ABundle bundle = ABundle.ofADay();
        LogVerdict verdict = check(bundle.text(), Optional.empty());
        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.whole()).isTrue();
        assertThat(verdict.figures().size()).isEqualTo(15);
        assertThat(verdict.figures().witnesses()).containsExactly("getuige.example/fg", "getuige.example/school");
        assertThat(verdict.figures().counts()).isEqualTo(new LogVerdict.Counts(7, 1, 3, 0, 1, 1, 2, 2, 0));
        assertThat(verdict.next().orElseThrow())
                .startsWith("schakel-stand/1\nopen 2\n")
                .contains("\"obj\":\"key-step/2\"", "\"obj\":\"" + ABundle.RELEASED + "\"")
                .endsWith(bundle.note(bundle.checkpoint()));
    }

    @Test
    void a_log_is_verified_in_parts_of_any_size_and_from_any_earlier_entry() throws IOException {
        Random random = new Random(SEED);
        for (int tried = 0; tried < 60; tried++) {
            Optional<String> state = Optional.empty();
            int size = 0;
            while (size < ABundle.ofADay().size()) {
                int from = random.nextBoolean() ? size : random.nextInt(size + 1);
                size = Math.min(ABundle.ofADay().size(), size + random.nextInt(8));
                ABundle bundle = ABundle.ofADay().cut(size).from(from);
                if (from > 7 || size <= 7) {
                    bundle.withoutManifests();
                }
                LogVerdict verdict = check(bundle.text(), state);
                assertThat(verdict.faults())
                        .as("seed %d, try %d: %d to %d", SEED, tried, from, size)
                        .isEmpty();
                state = verdict.next();
            }
        }
    }

    @Test
    void a_large_log_of_any_size_is_verified() throws IOException {
        Random random = new Random(SEED);
        for (int size : new int[] {0, 1, 2, 255, 256, 257, 1000 + random.nextInt(500)}) {
            ABundle bundle = new ABundle();
            for (int n = 0; n < size; n++) {
                bundle.add(n % 100 == 7 ? AnEntry.operation(n, random.nextInt(2500)) : anAct(n, random));
            }
            LogVerdict verdict = check(bundle.text(), Optional.empty());
            assertThat(verdict.faults()).as("seed %d, size %d", SEED, size).isEmpty();
            if (size > 0) {
                int from = random.nextInt(size);
                LogVerdict again = check(bundle.from(from).text(), verdict.next());
                assertThat(again.faults())
                        .as("seed %d, size %d, from %d", SEED, size, from)
                        .isEmpty();
            }
        }
    }

    private static AnEntry anAct(int number, Random random) {
        AnEntry entry = AnEntry.act(number, "act", "log.read", "log").by(random.nextInt(9));
        return random.nextBoolean() ? entry.detail("shown", "x".repeat(random.nextInt(50))) : entry;
    }

    @Test
    void identifiers_that_come_twice_are_found_beyond_what_is_held_in_memory() throws IOException {
        ABundle bundle = new ABundle();
        for (int n = 0; n < 300; n++) {
            bundle.add(AnEntry.act(n == 250 ? 3 : n, "act", "log.read", "log"));
        }
        Path file = folder.resolve("bundel");
        Files.write(file, bundle.bytes());
        LogVerdict verdict = new FileBundleCheck(10)
                .check(new BundleCheck.Order(file, ABundle.policy(), Optional.empty(), Optional.empty()));
        assertThat(verdict.faults()).singleElement().satisfies(fault -> assertThat(fault.toString())
                .contains("REPEATED", "line=255", "seq=250"));
    }

    @Test
    void checkpoints_signed_with_ml_dsa_44_are_believed() {
        for (Probe probe : QuantumProbes.right()) {
            assertThat(probe.verdict(folder.resolve("bundel")).faults())
                    .as(probe.name())
                    .isEmpty();
        }
    }

    @Test
    void without_witnesses_in_the_policy_a_log_is_not_witnessed() throws IOException {
        String bundle = ABundle.ofADay().signedBy(ABundle.LOG).text();
        LogVerdict verdict = check(bundle, ABundle.policyWithoutWitnesses(), Optional.empty());
        assertThat(verdict.whole()).isTrue();
        assertThat(verdict.figures().witnessed()).isFalse();
    }
}
