package nl.schakel.audit.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.schakel.audit.LogFault.Place;
import org.junit.jupiter.api.Test;

class PairedActsTest {
    private static final Pattern ACT = Pattern.compile("\"((?:release|key)\\.[a-z-]+)\"");
    private static final Pattern SCRIPTED = Pattern.compile("'((?:release|key)\\.[a-z-]+)'");
    private static final Path VERIFIER = Path.of("src/main/java/nl/schakel/audit/format");

    @Test
    void every_act_on_releases_and_keys_that_the_program_names_is_known() throws IOException {
        TreeSet<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/nl/schakel"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java") && !path.startsWith(VERIFIER))
                    .toList()) {
                ACT.matcher(Files.readString(file)).results().forEach(found -> named.add(found.group(1)));
            }
        }
        assertThat(PairedActs.STEPS.keySet()).isEqualTo(named);
    }

    @Test
    void the_verifier_in_the_browser_knows_the_same_acts() throws IOException {
        String script = Files.readString(Path.of("src/main/frontend/verify/handelingen.js"));
        TreeSet<String> named = new TreeSet<>();
        SCRIPTED.matcher(script).results().forEach(found -> named.add(found.group(1)));
        assertThat(PairedActs.STEPS.keySet()).isEqualTo(named);
    }

    @Test
    void two_agreements_of_two_school_years_are_told_apart_from_those_of_one() {
        assertThat(undecided("2026-07-31T21:59:59.999Z", "2026-07-31T22:00:00.000Z"))
                .isEqualTo(1);
        assertThat(undecided("2026-07-31T21:59:59.998Z", "2026-07-31T21:59:59.999Z"))
                .isZero();
        assertThat(undecided("2026-12-31T22:00:00.000Z", "2027-01-01T12:00:00.000Z"))
                .isZero();
    }

    private static long undecided(String approved, String released) {
        Faults faults = new Faults();
        PairedActs acts = new PairedActs(Map.of(), faults);
        List<String> steps = List.of("release.pack", "release.approve", "release.release");
        for (int i = 0; i < steps.size(); i++) {
            Instant moment = Instant.parse(i == 2 ? released : approved);
            AnEntry entry = AnEntry.act(i, moment, "rel", steps.get(i), ABundle.RELEASED)
                    .by(i);
            acts.follow(new CheckedEntry(
                    new Place(1, i, entry.id(), ""),
                    StrictJson.canonicalObject(entry.text()).orElseThrow()));
        }
        assertThat(faults.count()).isZero();
        assertThat(acts.releases()).isEqualTo(1);
        return acts.undecided();
    }
}
