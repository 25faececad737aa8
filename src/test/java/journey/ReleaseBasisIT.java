package journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.schakel.testserver.RunningService;
import org.junit.jupiter.api.Test;

/** What a parent decides between the building of an extract and its release, and what a released extract tells. */
class ReleaseBasisIT {
    private static final int K = 10;
    private final PlayedWorld world = PlayedWorld.shared();

    @Test
    void a_consent_withdrawn_between_build_and_release_stops_the_release_and_is_gone_from_the_next_extract()
            throws Exception {
        String study = StudyWishes.approved(world, "sociaal_emotioneel");
        String extract = StudyWishes.built(world, study, "verzoek-1");
        agree(extract, "steward");
        String school = withConsentIn(extract);
        long withdrawn = report(school, "toestemmingen", ReleaseBasisIT::withdrawal);
        assertThat(withdrawn).isPositive();

        refusedForItsBasis(extract);

        String rebuilt = StudyWishes.built(world, study, "verzoek-2");
        assertThat(consenting(rebuilt, school)).isZero();
        agree(rebuilt, "steward");
        assertThat(agree(rebuilt, "privacy").json().getString("staat")).isEqualTo("RELEASED");
    }

    @Test
    void an_objection_between_build_and_release_stops_the_release_and_the_download_of_what_was_released()
            throws Exception {
        String study = StudyWishes.approved(world, "rekenen_m");
        String released = StudyWishes.built(world, study, "verzoek-3");
        agree(released, "steward");
        String release = agree(released, "privacy").id();
        String waiting = StudyWishes.built(world, study, "verzoek-4");
        agree(waiting, "steward");
        String school = schools().get(schools().size() - 1);
        assertThat(report(
                        school,
                        "bezwaren",
                        row -> "{\"vestiging\": \"" + row.get("vestiging") + "\", \"leerlingsleutel\": \""
                                + row.get("leerlingsleutel") + "\"}"))
                .isPositive();

        refusedForItsBasis(waiting);
        TokenClient.Answer download = world.as("onderzoeker").download("vrijgaven/" + release + "/pakket");
        assertThat(download.status()).as(download.body()).isEqualTo(409);
        assertThat(download.body()).contains("grondslag-vervallen");
    }

    @Test
    void an_officer_finds_the_log_of_all_this_whole_with_every_release_agreed_by_two_and_listed() throws Exception {
        TokenClient officer = world.as("privacy");
        CommandLine verdict = new OfficersVerifier().verify(officer.api(), officer.token());
        assertThat(verdict.exit()).as(verdict.output()).isZero();
        assertThat(verdict.output()).contains("met twee akkoorden van verschillende mensen");
    }

    @Test
    void two_studies_share_no_pseudonym_and_no_sequence_is_shared_by_fewer_than_ten() throws Exception {
        Set<String> seen = new HashSet<>();
        for (String variable : List.of("rekenen_m", "begrijpend_lezen_m")) {
            String extract = StudyWishes.built(world, StudyWishes.approved(world, variable), "verzoek");
            agree(extract, "steward");
            String release = agree(extract, "privacy").id();
            List<String[]> rows = fetched(release);
            assertThat(rows).hasSizeGreaterThan(100);
            for (String[] row : rows) {
                assertThat(seen.add(row[0])).as("a pseudonym of one row only").isTrue();
            }
            Map<String, Long> sequences = rows.stream()
                    .map(row -> row[1] + ";" + row[2])
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            assertThat(sequences.values()).allMatch(count -> count >= K);
        }
    }

    @Test
    void in_the_extract_of_the_play_no_whole_sequence_over_the_years_is_shared_by_fewer_than_ten() throws Exception {
        List<String[]> lines;
        try (Stream<Path> files = Files.walk(world.output());
                Stream<String> read = Files.lines(files.filter(file -> file.endsWith("gegevens.csv"))
                        .findFirst()
                        .orElseThrow())) {
            lines = read.map(line -> line.split(",", -1)).toList();
        }
        List<Integer> columns = IntStream.range(0, lines.get(0).length)
                .filter(i -> lines.get(0)[i].matches("geslacht|leerjaar_[0-9]{4}|opleiding_ouders"))
                .boxed()
                .toList();
        assertThat(columns).hasSize(5);
        Map<List<String>, Long> sequences = lines.stream()
                .skip(1)
                .map(row -> columns.stream().map(i -> row[i]).toList())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(sequences).hasSizeGreaterThan(10);
        assertThat(sequences.values()).allMatch(count -> count >= K);
    }

    @Test
    void newer_registers_stop_every_extract_until_somebody_links_again() throws Exception {
        String study = StudyWishes.approved(world, "begrijpend_lezen_m");
        load("GBAHUISHOUDENSBUS");
        TokenClient.Answer refused = world.as("steward").post("onderzoeken/" + study + "/extracten", "{}");
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.body()).contains("koppeling-verouderd");
        assertThat(refusals("study/" + study + "/extract")).containsExactly("urn:schakel:verwerking:extract-maken:1");
        TokenClient.Answer linked = world.as("beheer").post("koppelingen", "{}");
        assertThat(linked.status()).as(linked.body()).isEqualTo(201);
        assertThat(linked.json().getJsonArray("registers")).isNotEmpty();
        StudyWishes.built(world, study, "verzoek");
    }

    /** A register delivery with the newest of all reference dates; its file has no row. */
    private void load(String type) throws SQLException {
        String delivery = "with made as (insert into register.delivery select gen_random_uuid(),"
                + " max(d.reference_date) + 1, sha256(?::text::bytea), max(d.loaded_at) + interval '1 second',"
                + " gen_random_uuid(), 1 from register.delivery d returning id)"
                + " insert into register.file select id, 1, 'leeg', ?, 0, 0, 0 from made";
        try (Connection connection = world.service().superuser();
                PreparedStatement statement = connection.prepareStatement(delivery)) {
            statement.setString(1, type);
            statement.setString(2, type);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    /** The activities of the refusals of an object. */
    private List<String> refusals(String object) throws SQLException {
        String sql = "select entry::jsonb ->> 'purpose' from audit.written where kind <> 'ldv'"
                + " and entry::jsonb ->> 'res' = 'denied' and entry::jsonb ->> 'obj' = ?";
        List<String> found = new ArrayList<>();
        try (Connection connection = world.service().superuser();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, object);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        }
        return found;
    }

    private void refusedForItsBasis(String extract) throws Exception {
        TokenClient.Answer refused = agree(extract, "privacy");
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.body()).contains("grondslag-vervallen");
        assertThat(refusals("extract/" + extract + "/release")).containsExactly("urn:schakel:verwerking:vrijgeven:1");
    }

    private TokenClient.Answer agree(String extract, String user) throws Exception {
        return world.as(user).post("extracten/" + extract + "/vrijgaven", "{}");
    }

    /** The rows of the data file: pseudonym, sex, grade, and what was asked. */
    private List<String[]> fetched(String release) throws IOException {
        Path folder = RunningService.newHome();
        Path token = Files.writeString(
                folder.resolve("token"), world.as("onderzoeker").token());
        CommandLine fetched = CommandLine.schakel(
                "haal",
                release,
                "--url",
                world.service().uri().toString().replaceAll("/$", ""),
                "--token-bestand",
                token.toString(),
                "--sleutel",
                world.output().resolve("sleutel.txt").toString(),
                "--naar",
                folder.resolve("pakket").toString());
        assertThat(fetched.exit()).as(fetched.output()).isZero();
        try (Stream<Path> files = Files.walk(folder);
                Stream<String> lines = Files.lines(files.filter(file -> file.endsWith("gegevens.csv"))
                        .findFirst()
                        .orElseThrow())) {
            return lines.skip(1).map(line -> line.split(",", -1)).toList();
        }
    }

    private static String withdrawal(Map<String, String> row) {
        if (!"gegeven".equals(row.get("besluit"))) {
            return "";
        }
        return row.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\": \""
                        + (field.getKey().equals("besluit") ? "ingetrokken" : field.getValue()) + "\"")
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** Sends what the school's parents decide, one object for each row of its file; how many. */
    private long report(String school, String path, Function<Map<String, String>, String> each) throws Exception {
        Path file = world.world().resolve("scholen").resolve(school).resolve("toestemmingen.csv");
        List<String> lines = Files.readAllLines(file);
        String[] names = lines.get(0).split(";", -1);
        List<String> reports = lines.stream()
                .skip(1)
                .map(line -> each.apply(row(names, line.split(";", -1))))
                .filter(report -> !report.isEmpty())
                .distinct()
                .toList();
        TokenClient.Answer answer = world.as("school-" + school.substring(0, 4).toLowerCase(Locale.ROOT))
                .post(path, reports.stream().collect(Collectors.joining(",", "[", "]")));
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
        return reports.size();
    }

    private static Map<String, String> row(String[] names, String[] values) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            row.put(names[i], values[i]);
        }
        return row;
    }

    private List<String> schools() throws IOException {
        try (Stream<Path> folders = Files.list(world.world().resolve("scholen"))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private String withConsentIn(String extract) throws Exception {
        for (String school : schools()) {
            if (consenting(extract, school) > 0) {
                return school;
            }
        }
        throw new AssertionError("nobody consents");
    }

    /** How many pupils of the school are in the extract with consent. */
    private long consenting(String extract, String school) throws SQLException {
        String sql = "select count(distinct m.p) from extract.member m join delivery.subject s on s.p = m.p"
                + " join delivery.delivery d on d.id = s.delivery_id"
                + " where m.extract_id = ?::uuid and m.consents and d.brin = ?";
        try (Connection connection = world.service().superuser();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, extract);
            statement.setString(2, school.substring(0, 4));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
