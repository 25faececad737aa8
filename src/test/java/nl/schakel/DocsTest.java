package nl.schakel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What documents say about the code must be so. */
class DocsTest {
    private static final Path DOCS = Path.of("docs");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");

    /** Keys that the code completes with the name of a holder or a role. */
    private static final List<String> PREFIXES = List.of("schakel.sleutels.", "schakel.db.wachtwoord-bestand.");

    /** What the launcher hands to the application, and where it keeps the superuser's password. */
    private static final String HANDED_OVER = "schakel.db.wachtwoord.";

    private static final List<String> NOT_CONFIGURATION = List.of("schakel.pg-superuser");

    /** A table of rules with their texts, one entry after the other. */
    private static final List<String> TABLES = List.of("DeliveryRule.java");

    @Test
    void no_link_is_dead() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path page : pages()) {
            Matcher links = LINK.matcher(Files.readString(page));
            while (links.find()) {
                String target = links.group(1);
                Path folder = page.toAbsolutePath().getParent();
                if (!target.contains(":") && !Files.exists(folder.resolve(target))) {
                    dead.add(page + " -> " + target);
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void decisions_have_unique_numbers_a_status_and_a_price() throws IOException {
        List<Path> decisions = list(DOCS.resolve("decisions"));
        assertThat(decisions).hasSizeGreaterThan(4);
        assertThat(decisions.stream().map(file -> file.getFileName().toString().substring(0, 4)))
                .doesNotHaveDuplicates()
                .allMatch(number -> number.matches("[0-9]{4}"));
        for (Path decision : decisions) {
            assertThat(Files.readString(decision))
                    .as(decision.toString())
                    .contains("Status:", "## Context", "## Decision", "## Consequences");
        }
    }

    @Test
    void the_first_page_is_short_and_its_commands_exist() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("README.md"));
        assertThat(lines).hasSizeLessThanOrEqualTo(120);
        Matcher commands = Pattern.compile("(?m)^(deploy/\\w+)").matcher(String.join("\n", lines));
        int found = 0;
        while (commands.find()) {
            assertThat(Path.of(commands.group(1))).isExecutable();
            found++;
        }
        assertThat(found).isGreaterThanOrEqualTo(2);
    }

    @Test
    void every_configuration_key_is_documented_and_no_documented_key_is_gone() throws IOException {
        TreeSet<String> read = new TreeSet<>();
        Pattern key = Pattern.compile("(?:\"|MPCONFIG=)(schakel\\.[a-z0-9.-]*[a-z0-9])[\"}]");
        for (Path source : sources()) {
            Matcher keys = key.matcher(Files.readString(source));
            while (keys.find()) {
                read.add(keys.group(1));
            }
        }
        TreeSet<String> documented = new TreeSet<>();
        Matcher rows = Pattern.compile("(?m)^\\| `(schakel\\.[a-z0-9.-]+)` \\|")
                .matcher(Files.readString(DOCS.resolve("operations/configuration.md")));
        while (rows.find()) {
            documented.add(rows.group(1));
        }
        documented.removeIf(name -> PREFIXES.stream().anyMatch(name::startsWith));
        read.removeIf(name -> NOT_CONFIGURATION.contains(name) || name.startsWith(HANDED_OVER));
        assertThat(documented).isEqualTo(read);
    }

    @Test
    void what_a_guide_prints_bold_stands_on_a_page() throws IOException {
        StringBuilder texts = new StringBuilder();
        for (Path bundle : list(Path.of("src/main/resources/messages"))) {
            texts.append(Files.readString(bundle).toLowerCase(Locale.ROOT));
        }
        List<String> nowhere = new ArrayList<>();
        for (String folder : List.of("tutorial", "how-to")) {
            for (Path guide : list(DOCS.resolve(folder))) {
                Matcher bold = Pattern.compile("\\*\\*([^*]+)\\*\\*").matcher(Files.readString(guide));
                while (bold.find()) {
                    String name = bold.group(1).replaceAll("\\s+", " ");
                    if (texts.indexOf(name.toLowerCase(Locale.ROOT)) < 0) {
                        nowhere.add(guide + ": " + name);
                    }
                }
            }
        }
        assertThat(nowhere).isEmpty();
    }

    @Test
    void every_package_of_the_code_stands_on_the_first_page() throws IOException {
        String page = Files.readString(Path.of("README.md"));
        try (Stream<Path> packages = Files.list(Path.of("src/main/java/nl/schakel"))) {
            assertThat(packages.filter(Files::isDirectory).map(p -> "`" + p.getFileName() + "`"))
                    .allSatisfy(name -> assertThat(page).contains(name));
        }
    }

    @Test
    void source_files_and_methods_stay_small() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path source : sources()) {
            try (Stream<String> lines = Files.lines(source)) {
                if (lines.count() > 400 && !TABLES.contains(source.getFileName().toString())) {
                    tooLong.add(source.toString());
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(DOCS)) {
            return Stream.concat(Stream.of(Path.of("README.md")), files.filter(file -> file.toString()
                            .endsWith(".md")))
                    .toList();
        }
    }
}
