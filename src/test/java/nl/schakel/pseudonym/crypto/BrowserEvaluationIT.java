package nl.schakel.pseudonym.crypto;

import static nl.schakel.pseudonym.crypto.Vectors.hex;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.schakel.pseudonym.BlindedElement;
import nl.schakel.pseudonym.Canaries;
import nl.schakel.pseudonym.EvaluatedNumber;
import nl.schakel.pupil.Pgn;
import nl.schakel.pupil.Reveal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The upload page's own modules in Chromium against the service's function: with one key, and with two while they change. */
class BrowserEvaluationIT {
    private static final Map<String, Path> SCRIPT = Map.of(
            "/script/blind/", Path.of("src/main/frontend/blind"),
            "/script/noble/", Path.of("target/frontend/script/noble"));
    private static final String EVALUATE =
            """
            async ({ numbers, published, answer }) => {
              const { Workers, evaluated } = await import('/script/blind/omrekenen.js');
              const { versions } = await import('/script/blind/sleutels.js');
              const workers = new Workers('/script/blind/rekenaar.js');
              const told = [];
              const evaluate = async (points) => {
                const blocks = (await window.answered(answer, points.join(' '))).split(';');
                return blocks.filter((block) => block !== '').map((block) => {
                  const [version, key, ...evaluations] = block.split(' ');
                  return { version, key, evaluations };
                });
              };
              const progress = (done, all) => told.push(Math.min(done, all) / all);
              try {
                const outcomes = await evaluated(numbers, { workers, expected: versions(published), evaluate, progress });
                return [...numbers.map((number) => outcomes.get(number)), String(Math.max(...told))];
              } catch (cause) {
                return [cause.code ?? `broken: ${cause}`];
              } finally {
                workers.close();
              }
            }
            """;
    private static final String OBJECTION =
            """
            async ({ published, before, copied }) => {
              const { objection } = await import('/script/blind/sleutels.js');
              return objection(published, before ?? null, copied);
            }
            """;
    private static final Oprf FIRST = oprf("05");
    private static final Oprf SECOND = oprf("07");
    private static final Oprf MARKING = oprf("06");

    private static HttpServer server;
    private static Playwright playwright;
    private static Page page;

    @BeforeAll
    static void open_a_page_with_the_modules() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", BrowserEvaluationIT::file);
        server.start();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        page = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("schakel.chromium", "/usr/bin/chromium")))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")))
                .newPage();
        page.exposeFunction("answered", arguments -> answered((String) arguments[0], (String) arguments[1]));
        page.navigate("http://localhost:" + server.getAddress().getPort() + "/");
    }

    @AfterAll
    static void close() {
        playwright.close();
        server.stop(0);
    }

    private static void file(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = "<!DOCTYPE html><title>test</title>".getBytes(StandardCharsets.UTF_8);
        String type = "text/html; charset=utf-8";
        for (Map.Entry<String, Path> folder : SCRIPT.entrySet()) {
            if (path.startsWith(folder.getKey())) {
                body = Files.readAllBytes(
                        folder.getValue().resolve(path.substring(folder.getKey().length())));
                type = "text/javascript";
            }
        }
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** What a service says to points: blocks of a version, the key that it names, and which function it used. */
    private static String answered(String kind, String points) {
        return switch (kind) {
            case "first" -> block(1, FIRST, FIRST, points);
            case "both" -> block(2, SECOND, SECOND, points) + ";" + block(1, FIRST, FIRST, points);
            case "second" -> block(2, SECOND, SECOND, points);
            case "marked" -> block(1, FIRST, MARKING, points);
            case "newest marked" -> block(2, SECOND, MARKING, points) + ";" + block(1, FIRST, FIRST, points);
            case "earlier marked" -> block(2, SECOND, SECOND, points) + ";" + block(1, FIRST, MARKING, points);
            case "swapped" -> block(1, FIRST, FIRST, points) + ";" + block(2, SECOND, SECOND, points);
            case "earlier short" ->
                block(2, SECOND, SECOND, points) + ";"
                        + block(1, FIRST, FIRST, points.substring(points.indexOf(' ') + 1));
            case "no points" ->
                block(2, SECOND, SECOND, points) + ";1 " + hex(FIRST.publicKey())
                        + " AAAA".repeat(points.split(" ").length);
            default -> "";
        };
    }

    private static String block(int version, Oprf named, Oprf used, String points) {
        List<CurvePoint> decoded = Arrays.stream(points.split(" "))
                .map(text -> BlindedElement.parse(text).orElseThrow())
                .map(element -> CurvePoint.decode(element.bytes()).orElseThrow())
                .toList();
        return version + " " + hex(named.publicKey()) + " "
                + used.blindEvaluate(decoded).stream()
                        .map(bytes -> BlindedElement.of(bytes).text())
                        .collect(Collectors.joining(" "));
    }

    private static String published(int version, Oprf key) {
        return version + " " + hex(key.publicKey()) + " "
                + Canaries.inputs().stream()
                        .map(input -> y(version, key, input).text())
                        .collect(Collectors.joining(" "));
    }

    private static final String ONE = published(1, FIRST);
    private static final String TWO = published(2, SECOND);

    @Test
    void numbers_get_the_value_of_every_version_that_is_in_use() {
        List<String> numbers = numbers(1_010);
        assertThat(evaluated(numbers.subList(0, 90), ONE, "first"))
                .isEqualTo(expected(numbers.subList(0, 90), true, false));
        assertThat(evaluated(numbers, TWO + ";" + ONE, "both")).isEqualTo(expected(numbers, true, true));
        assertThat(evaluated(numbers.subList(0, 3), TWO, "second"))
                .isEqualTo(expected(numbers.subList(0, 3), false, true));
    }

    @Test
    void another_key_other_versions_or_no_evaluation_are_caught() {
        Map<String, List<String>> caught = new LinkedHashMap<>();
        caught.put("kanarie", List.of("marked", "newest marked", "earlier marked"));
        caught.put("gewisseld", List.of("first", "second", "swapped", "nothing"));
        caught.put("dienst", List.of("earlier short", "no points"));
        caught.forEach((code, answers) -> {
            for (String answer : answers) {
                String published = answer.equals("marked") ? ONE : TWO + ";" + ONE;
                assertThat(evaluated(numbers(3), published, answer)).as(answer).containsExactly(code);
            }
        });
        assertThat(evaluated(numbers(3), ONE, "both")).containsExactly("gewisseld");
        assertThat(evaluated(numbers(3), ONE, "second")).containsExactly("gewisseld");
    }

    @Test
    void a_first_key_is_taken_as_it_is_or_as_a_person_says() {
        String first = hex(FIRST.publicKey());
        String second = hex(SECOND.publicKey());
        Map<String, String> newest = Map.of(ONE, first, TWO, second);
        newest.forEach((published, key) -> {
            for (String right :
                    List.of("", " \t", key, key.substring(0, 20), key.substring(0, 10) + " " + key.substring(10, 24))) {
                assertThat(objection(published, null, right)).as(right).isEmpty();
            }
            assertThat(objection(published, null, key.toUpperCase(java.util.Locale.ROOT)))
                    .isEmpty();
            String other = key.equals(first) ? second : first;
            for (String wrong : List.of(
                    other,
                    other.substring(0, 20),
                    key.substring(0, 19),
                    key.substring(1, 21),
                    key + "0",
                    "0".repeat(20),
                    "niet bekend")) {
                assertThat(objection(published, null, wrong)).as(wrong).isEqualTo("overgenomen");
            }
        });
    }

    @Test
    void a_first_key_that_comes_with_an_earlier_one_is_taken_where_a_person_says_both() {
        String both = TWO + ";" + ONE;
        String newest = hex(SECOND.publicKey());
        String earlier = hex(FIRST.publicKey());
        String begins = newest.substring(0, 20) + earlier.substring(0, 20);
        for (String right : List.of(
                begins,
                newest + earlier,
                newest.substring(0, 20) + " " + earlier.substring(0, 20).toUpperCase(java.util.Locale.ROOT))) {
            assertThat(objection(both, null, right)).as(right).isEmpty();
        }
        for (String wrong : List.of(
                "",
                " \t",
                newest,
                newest.substring(0, 20),
                newest.substring(0, 40),
                earlier.substring(0, 20) + newest.substring(0, 20),
                newest.substring(0, 19) + earlier.substring(0, 19),
                newest.substring(0, 20) + earlier.substring(0, 19),
                newest.substring(0, 20) + "0".repeat(20),
                begins + "0",
                begins + "00")) {
            assertThat(objection(both, null, wrong)).as(wrong).isEqualTo("beide");
        }
        String foreign = TWO + ";" + published(1, MARKING);
        assertThat(objection(foreign, null, begins)).isEqualTo("beide");
    }

    @Test
    void a_new_key_is_taken_only_beside_the_one_that_was_seen_and_as_a_person_says() {
        String both = TWO + ";" + ONE;
        String key = hex(SECOND.publicKey());
        String three = published(3, oprf("09"));
        for (String first : List.of(ONE, both, TWO)) {
            assertThat(objection(first, first, "")).as("the same").isEmpty();
        }
        assertThat(objection(TWO, both, "")).as("the change was closed").isEmpty();
        for (String seen : List.of(ONE, ONE + ";" + published(9, MARKING))) {
            assertThat(objection(both, seen, "")).isEqualTo("bevestigen");
            assertThat(objection(both, seen, " \t")).isEqualTo("bevestigen");
            assertThat(objection(both, seen, key.substring(0, 20))).isEmpty();
            assertThat(objection(
                            both,
                            seen,
                            " " + key.toUpperCase(java.util.Locale.ROOT).replaceAll("(.{4})", "$1 ")))
                    .isEmpty();
            for (String wrong :
                    List.of(key.substring(0, 19), key + "0", hex(FIRST.publicKey()), "0".repeat(20), "2." + key)) {
                assertThat(objection(both, seen, wrong)).isEqualTo("overgenomen");
            }
        }
        assertThat(objection(three + ";" + TWO, both, "")).as("the next change").isEqualTo("bevestigen");
        for (List<String> foreign : List.of(
                List.of(TWO, ONE),
                List.of(published(1, MARKING), ONE),
                List.of(both, TWO),
                List.of(TWO + ";" + published(1, MARKING), ONE),
                List.of(TWO + ";" + published(1, MARKING), both),
                List.of(three + ";" + TWO, ONE),
                List.of(ONE, both),
                List.of(ONE, "een andere sleutel"))) {
            for (String copied : List.of("", key, foreign.get(0).split(" ")[1])) {
                assertThat(objection(foreign.get(0), foreign.get(1), copied)).isEqualTo("kanarie");
            }
        }
    }

    private static String objection(String published, @Nullable String before, String copied) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        arguments.put("published", published);
        arguments.put("before", before);
        arguments.put("copied", copied);
        return (String) page.evaluate(OBJECTION, arguments);
    }

    private static List<String> evaluated(List<String> numbers, String published, String answer) {
        List<?> outcomes =
                (List<?>) page.evaluate(EVALUATE, Map.of("numbers", numbers, "published", published, "answer", answer));
        return outcomes.stream().map(String::valueOf).toList();
    }

    private static List<String> expected(List<String> numbers, boolean first, boolean second) {
        Stream<String> texts = numbers.stream().map(text -> {
            byte[] cid = Pgn.parse(text).orElseThrow().canonical(Reveal.forKeyedHashing());
            EvaluatedNumber one = y(1, FIRST, cid);
            EvaluatedNumber two = y(2, SECOND, cid);
            return !second ? one.text() : first ? two.with(one).text() : two.text();
        });
        return Stream.concat(texts, Stream.of("1")).toList();
    }

    private static EvaluatedNumber y(int version, Oprf key, byte[] input) {
        return EvaluatedNumber.of(key.evaluate(input)).ofVersion(version);
    }

    private static Oprf oprf(String last) {
        return new Oprf(new SecretScalar(Vectors.secret("00".repeat(31) + last)).multiplier());
    }

    private static List<String> numbers(int count) {
        List<String> numbers = new ArrayList<>();
        for (int candidate = 100_000_000; numbers.size() < count; candidate += 37) {
            String text = String.valueOf(candidate);
            if (Pgn.parse(text).isPresent()) {
                numbers.add(text);
            }
        }
        Collections.shuffle(numbers, new java.util.Random(count));
        return numbers;
    }
}
