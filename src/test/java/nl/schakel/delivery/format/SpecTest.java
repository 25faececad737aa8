package nl.schakel.delivery.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.schakel.delivery.DeliveryContext;
import nl.schakel.delivery.DeliveryRefused;
import nl.schakel.delivery.FileLimits;
import nl.schakel.delivery.NumberMode;
import nl.schakel.delivery.ReadRows;
import nl.schakel.platform.problem.Fault;
import nl.schakel.school.Brin;
import nl.schakel.school.SchoolYear;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the tables under {@code delivery/spec}: each case is a title after {@code ##}, a fragment of a file, and what must
 * come of it ({@code =>} faults and rows in order, or one refusal). The text before the first case is the file around the
 * fragment. Tables whose name starts with {@code blind} are of blind files.
 */
class SpecTest {
    private static final Path SPECS = Path.of("src/test/resources/delivery/spec");

    private static DeliveryContext context(NumberMode mode) {
        return new DeliveryContext(
                new Brin("99ZZ"),
                LocalDate.of(2022, 3, 1),
                mode,
                Optional.of(new SchoolYear(2021)),
                Optional.empty(),
                FileLimits.USUAL);
    }

    private record Case(String title, String file, List<String> expected) {}

    @TestFactory
    Stream<DynamicTest> each_case_of_the_tables_holds() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(SPECS)) {
            for (Path file : files.sorted().toList()) {
                for (Case c : cases(Files.readString(file))) {
                    tests.add(DynamicTest.dynamicTest(
                            file.getFileName() + ": " + c.title,
                            () -> assertThat(outcome(c.file, mode(file))).containsExactlyElementsOf(c.expected)));
                }
            }
        }
        assertThat(tests).hasSizeGreaterThan(90);
        return tests.stream();
    }

    private static NumberMode mode(Path file) {
        return file.getFileName().toString().startsWith("blind") ? NumberMode.BLIND : NumberMode.DIRECT;
    }

    private static List<Case> cases(String text) {
        String[] parts = text.split("(?m)^## ", -1);
        List<Case> cases = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            List<String> lines = parts[i].lines().toList();
            String fragment = String.join(
                    "\n",
                    lines.stream()
                            .skip(1)
                            .filter(line -> !line.startsWith("=>") && !line.isEmpty())
                            .toList());
            List<String> expected = lines.stream()
                    .filter(line -> line.startsWith("=> "))
                    .map(line -> line.substring(3))
                    .toList();
            cases.add(new Case(lines.get(0), parts[0].strip().replace("...", unescape(fragment)), expected));
        }
        return cases;
    }

    private static String unescape(String fragment) {
        return fragment.replace("\\t", "\t").replace("\\s", " ").replace("\\long", "x".repeat(257));
    }

    private static List<String> outcome(String file, NumberMode mode) throws IOException {
        Seen seen = new Seen();
        List<String> outcome = new ArrayList<>();
        try {
            ReadRows sum = new SchoolFileReader()
                    .read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), context(mode), seen);
            outcome.addAll(seen.faults);
            outcome.addAll(seen.rows);
            long undefined = seen.faults.stream()
                    .filter(fault -> fault.startsWith("LV-0221"))
                    .mapToLong(fault -> Long.parseLong(fault.substring(fault.indexOf(" x") + 2)))
                    .sum();
            assertThat(sum.accepted()).isEqualTo(seen.rows.size() - undefined);
        } catch (DeliveryRefused e) {
            outcome.add("refused " + e.slug());
            e.faults().stream().map(SpecTest::line).forEach(outcome::add);
        }
        return outcome;
    }

    private static String line(Fault fault) {
        return fault.rule() + " " + fault.place().substring(fault.place().indexOf(", ") + 2);
    }
}
