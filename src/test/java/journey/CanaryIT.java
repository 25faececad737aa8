package journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A made-up world goes through the whole service, played by all its users; afterwards everything the service wrote is
 * searched for the names, addresses and numbers that were in the schools' and registers' files.
 */
class CanaryIT {
    private static final PlayedWorld PLAYED = PlayedWorld.shared();
    private static final Path WORLD = PLAYED.world();
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final int MOST_ANSWERS = 25;
    private static CanaryScanner scanner;
    private static SearchedService searched;

    @BeforeAll
    static void know_what_was_planted() throws IOException {
        scanner = new CanaryScanner(canaries());
        searched = new SearchedService(PLAYED.service(), scanner);
    }

    @Test
    void the_main_job_ends_with_a_decrypted_and_verified_extract() {
        assertThat(PLAYED.played().exit()).as(PLAYED.played().output()).isZero();
    }

    @Test
    void enough_canaries_are_planted_to_mean_something() throws IOException {
        assertThat(canaries()).hasSizeGreaterThan(2_000);
        assertThat(scanner.scan(Files.readAllBytes(firstSchoolFile()))).contains("UTF-8");
    }

    @Test
    void no_table_holds_a_canary() throws Exception {
        SearchedService.Found found = searched.tables();
        assertThat(found.searched()).isGreaterThan(10_000);
        assertThat(found.places()).isEmpty();
    }

    @Test
    void no_file_of_the_service_holds_a_canary_also_not_the_databases_own_and_its_journal() throws Exception {
        assertThat(searched.files(PLAYED.home()).places()).isEmpty();
    }

    @Test
    void neither_environment_nor_command_line_of_its_processes_holds_a_canary() throws IOException {
        assertThat(searched.processes().places()).isEmpty();
    }

    @Test
    void neither_what_was_released_nor_what_was_printed_holds_a_canary() throws Exception {
        assertThat(searched.files(PLAYED.output()).places()).isEmpty();
        assertThat(scanner.scan(PLAYED.played().output().getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void no_answer_of_the_api_holds_a_canary() throws Exception {
        Map<String, Set<String>> found = new TreeMap<>();
        int answers = 0;
        for (String school : List.of("school-99aa", "school-99ab", "school-99ac")) {
            answers += scanAnswers(found, school, List.of("leveringen", "bezwaren", "toestemmingen"));
        }
        answers += scanAnswers(found, "beheer", List.of("registerleveringen"));
        answers += scanAnswers(found, "privacy", List.of("logboek", "onderzoeken", "vrijgaven"));
        assertThat(answers).isGreaterThan(30);
        assertThat(found).isEmpty();
    }

    /** The lists and everything that has an id in them; how many answers there were. */
    private static int scanAnswers(Map<String, Set<String>> found, String user, List<String> paths) throws Exception {
        TokenClient client = PLAYED.as(user);
        int answers = 0;
        for (String path : paths) {
            TokenClient.Answer list = client.get(path);
            assertThat(list.status()).as(user + " " + path + " " + list.body()).isEqualTo(200);
            List<String> bodies = new ArrayList<>(List.of(list.body()));
            Matcher id = ID.matcher(list.body());
            while (id.find() && bodies.size() < MOST_ANSWERS) {
                TokenClient.Answer one = client.get(path + "/" + id.group(1));
                if (one.status() == 200) {
                    bodies.add(one.body());
                }
            }
            for (String body : bodies) {
                report(found, user + " " + path, scanner.scan(body.getBytes(StandardCharsets.UTF_8)));
            }
            answers += bodies.size();
        }
        return answers;
    }

    private static void report(Map<String, Set<String>> found, String place, Set<String> encodings) {
        if (!encodings.isEmpty()) {
            found.put(place, encodings);
        }
    }

    private static List<String> canaries() throws IOException {
        try (Stream<String> lines = Files.lines(WORLD.resolve("canaries.txt"))) {
            return lines.skip(1)
                    .map(line -> line.substring(line.indexOf(';') + 1))
                    .filter(value -> value.length() >= 6)
                    .distinct()
                    .toList();
        }
    }

    private static Path firstSchoolFile() throws IOException {
        try (Stream<Path> files = Files.walk(WORLD.resolve("scholen"))) {
            return files.filter(file -> file.endsWith("leerlingen.xml"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }
}
