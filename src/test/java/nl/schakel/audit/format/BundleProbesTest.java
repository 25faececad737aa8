package nl.schakel.audit.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import nl.schakel.audit.LogVerdict;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleProbesTest {
    private static final long SEED = 20261122;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void whatever_is_wrong_is_found_and_its_place_is_named() {
        List<Probe> probes = Probes.all();
        SoftAssertions each = new SoftAssertions();
        Set<String> names = new HashSet<>();
        for (Probe probe : probes) {
            LogVerdict verdict = probe.verdict(folder.resolve("bundel"));
            each.assertThat(names.add(probe.name()))
                    .as("twice: " + probe.name())
                    .isTrue();
            each.assertThat(verdict.whole()).as(probe.name()).isFalse();
            each.assertThat(verdict.next()).as(probe.name()).isEmpty();
            each.assertThat(Probe.told(verdict)).as(probe.name()).contains(probe.code() + " ");
            each.assertThat(verdict.faults())
                    .as(probe.name())
                    .allMatch(fault -> fault.place().line() > 0);
        }
        each.assertAll();
        assertThat(probes).hasSizeGreaterThan(400);
    }

    @Test
    void each_byte_counts() {
        byte[] bundle = small().bytes();
        Random random = new Random(SEED);
        for (int at = 0; at < bundle.length; at++) {
            byte[] changed = bundle.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            requireFound("changed at " + at, changed);
        }
        for (int at = 0; at < bundle.length; at += 1 + random.nextInt(4)) {
            byte[] dropped = Arrays.copyOf(bundle, bundle.length - 1);
            System.arraycopy(bundle, at + 1, dropped, at, dropped.length - at);
            requireFound("dropped at " + at, dropped);
            byte[] inserted = Arrays.copyOf(bundle, bundle.length + 1);
            System.arraycopy(bundle, at, inserted, at + 1, bundle.length - at);
            inserted[at] = (byte) random.nextInt(256);
            requireFound("inserted at " + at, inserted);
        }
    }

    /** A log of one of each, so that every position of it can be tried. */
    static ABundle small() {
        return new ABundle()
                .add(AnEntry.act(0, "act", "log.read", "log").by(1).detail("shown", "é"))
                .add(AnEntry.operation(1, 2))
                .add(AnEntry.act(2, "key", "key.propose", "key-step/1").by(6));
    }

    private void requireFound(String what, byte[] bundle) {
        LogVerdict verdict = Probe.of(what, bundle, "").verdict(folder.resolve("bundel"));
        assertThat(verdict.faults())
                .as("seed %d, %s: %s", SEED, what, new String(bundle, StandardCharsets.ISO_8859_1))
                .isNotEmpty()
                .allMatch(fault -> fault.place().line() > 0);
    }
}
