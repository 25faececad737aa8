package nl.schakel.demo.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import nl.schakel.demo.MakeWorld;
import nl.schakel.demo.Progress;
import nl.schakel.demo.WorldCounts;
import nl.schakel.demo.WorldPlan;
import nl.schakel.samples.Samples;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

class WorldFolderTest {
    private static final WorldPlan PLAN = new WorldPlan(1, 12, 2019, 3);

    @TempDir
    private static Path folder = Path.of("");

    private static Path world = Path.of("");
    private static WorldCounts counts = new WorldCounts(0, 0, 0, 0, 0, 0, 0);

    @BeforeAll
    static void make() throws IOException {
        world = folder.resolve("a");
        counts = make(world, PLAN);
    }

    @Test
    void the_files_are_a_function_of_the_plan_but_for_the_secrets() throws IOException {
        make(folder.resolve("b"), PLAN);
        assertThat(digests(folder.resolve("b"))).isEqualTo(digests(world));
        assertThat(folder.resolve("b/accounts.json"))
                .content()
                .isNotEqualTo(Files.readString(world.resolve("accounts.json")));
    }

    @Test
    void every_pupils_file_is_valid_edexml() throws Exception {
        Schema schema = schema("edexml/File/EDEXML-2.1/EDEXML.structuur.xsd");
        for (Path file : files("leerlingen.xml")) {
            validate(schema, file);
        }
    }

    @Test
    void every_result_file_is_valid_uwlr() throws Exception {
        Schema schema = schema("uwlr-2.2/Schemas/UWLR_Leerresultaten_v2p2.xsd");
        for (Path file : files("resultaten.xml")) {
            validate(schema, file);
        }
    }

    @Test
    void the_manifest_tells_rows_and_digests_of_the_registers() throws Exception {
        JsonObject manifest = json(world.resolve("register/manifest.json")).asJsonObject();
        assertThat(manifest.getString("referentiedatum")).isEqualTo("2021-10-01");
        List<JsonObject> files = manifest.getJsonArray("bestanden").getValuesAs(JsonObject.class);
        assertThat(files).hasSize(6);
        assertThat(files.get(0).getString("type")).isEqualTo("KOPPELTABEL");
        for (JsonObject file : files) {
            Path path = world.resolve("register").resolve(file.getString("naam"));
            byte[] bytes = Files.readAllBytes(path);
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            assertThat(file.getString("sha256")).as(path.toString()).isEqualTo(digest);
            assertThat(Files.readAllLines(path)).hasSize(file.getInt("rijen") + 1);
        }
    }

    @Test
    void every_row_of_a_table_has_as_many_fields_as_its_header() throws IOException {
        for (Path file : files(".csv")) {
            List<String> lines = Files.readAllLines(file);
            int fields = lines.get(0).split(";", -1).length;
            assertThat(lines).as(file.toString()).allMatch(line -> line.split(";", -1).length == fields);
        }
    }

    @Test
    void the_counts_equal_the_files() throws IOException {
        long pupils = 0;
        for (Path file : files("leerlingen.xml")) {
            pupils += Files.readString(file).split("<leerling ", -1).length - 1;
        }
        long results = 0;
        for (Path file : files("resultaten.xml")) {
            results += Files.readString(file).split("<resultaat ", -1).length - 1;
        }
        assertThat(counts.pupilRows()).isEqualTo(pupils);
        assertThat(counts.results()).isEqualTo(results);
        assertThat(counts.registerPersons()).isEqualTo(lines("register/KOPPELTABEL.csv"));
        assertThat(counts.children()).isEqualTo(lines("waarheid.csv"));
    }

    @Test
    void planted_canaries_are_unique_and_stand_in_one_school_only() throws IOException {
        List<String> planted = canaries("tekst");
        assertThat(planted).doesNotHaveDuplicates().hasSize(4 * counts.sites());
        Map<String, String> contents = new TreeMap<>();
        for (Path file : files("leerlingen.xml")) {
            contents.merge(file.getName(file.getNameCount() - 3).toString(), Files.readString(file), String::concat);
        }
        for (String canary : planted) {
            assertThat(contents.values().stream().filter(text -> text.contains(canary)))
                    .as(canary)
                    .hasSize(1);
        }
    }

    @Test
    void every_number_and_key_in_the_schools_files_is_a_canary() throws IOException {
        Set<String> numbers = new HashSet<>(canaries("pgn"));
        Set<String> keys = new HashSet<>(canaries("laskey"));
        for (Path file : files("leerlingen.xml")) {
            String text = Files.readString(file);
            for (String part : text.split("<(bsn|onderwijsnummer)>", -1)) {
                assertThat(part.matches("(?s)[0-9]{9}<.*") ? numbers.contains(part.substring(0, 9)) : true)
                        .isTrue();
            }
            for (String part : text.split("<leerling key=\"", -1)) {
                String key = part.substring(0, Math.max(0, part.indexOf('"'))).replaceAll("-2$", "");
                assertThat(part.startsWith("<?xml") || keys.contains(key))
                        .as(key)
                        .isTrue();
            }
        }
    }

    @Test
    void accounts_are_for_their_owner_only_and_hold_one_for_each_school_and_role() throws IOException {
        Path file = world.resolve("accounts.json");
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        List<JsonObject> accounts = json(file).asJsonArray().getValuesAs(JsonObject.class);
        assertThat(accounts).hasSize(13 + counts.schools());
        assertThat(accounts.stream().map(a -> a.getString("apiToken"))).doesNotHaveDuplicates();
        assertThat(accounts.stream().map(a -> a.getJsonArray("rollen").getString(0)))
                .filteredOn("PRIVACY_OFFICER"::equals)
                .as("a look-up takes two")
                .hasSize(2);
        assertThat(accounts.stream().map(a -> a.getJsonArray("rollen").getString(0)))
                .contains(
                        "SCHOOL", "RESEARCHER", "STEWARD", "PRIVACY_OFFICER", "OPERATOR", "CUSTODIAN_A", "CUSTODIAN_B");
    }

    @Test
    void refuses_a_folder_that_is_not_empty() {
        assertThatThrownBy(() -> make(world, PLAN)).isInstanceOf(IOException.class);
    }

    private static WorldCounts make(Path into, WorldPlan plan) throws IOException {
        return new MakeWorld(new WorldFolder(), new Silent()).into(into, plan);
    }

    private static Schema schema(String path) throws SAXException {
        Path file = Samples.require(path);
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(file.toFile());
    }

    private static void validate(Schema schema, Path file) throws SAXException, IOException {
        try {
            schema.newValidator().validate(new StreamSource(file.toFile()));
        } catch (SAXException e) {
            throw new AssertionError(file + ": " + e.getMessage(), e);
        }
    }

    private static jakarta.json.JsonStructure json(Path file) throws IOException {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
            return reader.read();
        }
    }

    private static List<Path> files(String suffix) throws IOException {
        try (Stream<Path> all = Files.walk(world)) {
            return all.filter(path -> path.toString().endsWith(suffix)).sorted().toList();
        }
    }

    private static long lines(String file) throws IOException {
        return Files.readAllLines(world.resolve(file)).size() - 1L;
    }

    private static List<String> canaries(String kind) throws IOException {
        return Files.readAllLines(world.resolve("canaries.txt")).stream()
                .filter(line -> line.startsWith(kind + ";"))
                .map(line -> line.substring(kind.length() + 1))
                .toList();
    }

    private static Map<String, String> digests(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> Files.isRegularFile(path) && !path.endsWith("accounts.json"))
                    .collect(Collectors.toMap(path -> root.relativize(path).toString(), WorldFolderTest::digest));
        }
    }

    private static String digest(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Silent implements Progress {
        @Override
        public void at(String task, long done, long total) {}

        @Override
        public void ended(String task, String outcome) {}
    }
}
