package nl.schakel.pseudonym.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.secret.KeyEntries;
import nl.schakel.platform.work.CommandFailed;
import nl.schakel.platform.work.Subcommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The whole life of keys on files, with a small service that takes every step or refuses it. Deriving keys takes minutes. */
class KeysCommandIT {
    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> asked = new ArrayList<>();
    private HttpServer service = serving();
    private String refusal = "";
    private String becomes = "";
    private int patience = Integer.MAX_VALUE;

    @BeforeEach
    void prepare() throws IOException {
        service.createContext("/api/v1/sleutelhandelingen", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            String token = exchange.getRequestHeaders().getFirst("Authorization");
            asked.add(token.replace("Bearer ", "") + " " + path.replace("/api/v1/sleutelhandelingen", "") + " " + body);
            boolean refused = (!refusal.isEmpty() && path.endsWith(refusal)) || asked.size() > patience;
            byte[] answer = (refused
                            ? "{\"title\":\"Een ander moet bevestigen\",\"sleutel\":\"link/1\"}"
                            : "{\"id\":\"7\"" + becomes + "}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(refused ? 403 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        service.createContext("/api/v1/sleutels", exchange -> {
            byte[] answer = "{\"nietTeruggezien\":{\"personen\":7,\"metBesluit\":2}}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        service.start();
        Files.writeString(folder.resolve("een.token"), "eerste\n");
        Files.writeString(folder.resolve("twee.token"), "tweede\n");
        Files.writeString(folder.resolve("zin"), "een wachtzin van genoeg tekens\n");
        Files.writeString(folder.resolve("zin2"), "een andere wachtzin van genoeg tekens\n");
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void closing_shows_what_is_lost_and_asks_nothing_until_both_numbers_are_stated() {
        assertThat(keys("close --houder b WIE")).isOne();
        assertThat(out.toString()).contains("7 personen, van wie 2 bezwaar");
        assertThat(err.toString()).contains("--personen 7 --met-besluit 2");
        assertThat(keys("close --houder b WIE --personen 7")).isOne();
        assertThat(asked).isEmpty();
        assertThat(keys("close --houder b WIE --personen 7 --met-besluit 2"))
                .as(err.toString())
                .isZero();
        assertThat(asked.get(0)).contains("\"nietTeruggezien\":{\"personen\":7,\"metBesluit\":2}");
    }

    @Test
    void opening_tells_which_keys_are_in_force() {
        becomes = ",\"wordt\":[\"oprf/2\",\"token/2\",\"link/2\"]";
        assertThat(keys("open --houder b WIE link/2")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("wordt: oprf/2, token/2, link/2");
        becomes = ",\"wordt\":[\"link/2\"]";
        assertThat(keys("open --houder b WIE link/2")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("wordt: alleen een nieuwe keten, met link/2");
    }

    @Test
    void a_generation_is_made_split_recovered_verified_and_destroyed() throws IOException {
        assertThat(keys("create --houder b KLUIS WIE link/1"))
                .as(err.toString())
                .isZero();
        assertThat(asked.get(0))
                .startsWith("eerste  {\"handeling\":\"aanmaken\"")
                .contains("\"link/1\"", "controlewaarde");
        assertThat(asked.get(1)).isEqualTo("tweede /7/bevestiging ");
        assertThat(keys("create --houder b KLUIS WIE link/2"))
                .as(err.toString())
                .isZero();
        assertThat(folder.resolve("kluis.oud")).exists();
        assertThat(checkValues("kluis", "zin")).hasSize(2);
        assertOwnerOnly("kluis");

        assertThat(keys("split --houder b KLUIS WIE --reserve DIR/reserve --deel DIR/jan --deel DIR/els --deel DIR/bo"))
                .as(err.toString())
                .isZero();
        for (String file : List.of("reserve", "jan", "els", "bo")) {
            assertOwnerOnly(file);
        }
        for (String pair : List.of("jan els", "els bo")) {
            String[] two = pair.split(" ");
            String target = "hersteld-" + two[0] + two[1];
            assertThat(keys("recover --houder b --kluis DIR/" + target
                            + " --wachtzin-bestand DIR/zin2 WIE --reserve DIR/reserve --deel DIR/" + two[0]
                            + " --deel DIR/"
                            + two[1]))
                    .as(err.toString())
                    .isZero();
            assertThat(checkValues(target, "zin2")).isEqualTo(checkValues("kluis", "zin"));
        }
        assertThat(keys("verify --houder b KLUIS WIE")).isZero();
        assertThat(out.toString()).contains("link/2");

        assertThat(keys("create --houder b KLUIS WIE link/3")).isOne();
        assertThat(err.toString()).contains("kluis.oud: wis die eerst, met schakel keys destroy --wis");
        assertThat(keys("destroy --houder b KLUIS WIE --wis DIR/kluis.oud"))
                .as(err.toString())
                .isZero();
        assertThat(folder.resolve("kluis.oud")).doesNotExist();
        assertThat(asked.get(asked.size() - 2)).startsWith("eerste  {\"handeling\":\"controleren\"");
        assertThat(keys("destroy --houder b KLUIS WIE --wis DIR/reserve link/1"))
                .as(err.toString())
                .isZero();
        assertThat(checkValues("kluis", "zin")).hasSize(1);
        assertThat(folder.resolve("reserve")).doesNotExist();
        assertThat(folder.resolve("kluis.oud")).doesNotExist();
        assertThat(out.toString()).contains("niet beloven");
        assertThat(asked).hasSize(2 * 8);
    }

    @Test
    void an_old_store_goes_together_with_a_key_and_no_file_in_use_goes() throws IOException {
        keys("create --houder b KLUIS WIE link/1");
        keys("create --houder b KLUIS WIE link/2");
        asked.clear();
        for (String wrong : List.of("--wis DIR/kluis", "--wis DIR/zin", "--wis DIR/niets", "")) {
            assertThat(keys("destroy --houder b KLUIS WIE " + wrong)).as(wrong).isOne();
        }
        assertThat(keys("destroy --houder b KLUIS WIE link/2")).isOne();
        assertThat(asked).isEmpty();
        refusal = "/bevestiging";
        assertThat(keys("destroy --houder b KLUIS WIE --wis DIR/kluis.oud")).isOne();
        assertThat(keys("destroy --houder b KLUIS WIE --wis DIR/kluis.oud link/2"))
                .isOne();
        assertThat(folder.resolve("kluis.oud")).exists();
        refusal = "";
        assertThat(keys("destroy --houder b KLUIS WIE --wis DIR/kluis.oud link/2"))
                .as(err.toString())
                .isZero();
        assertThat(checkValues("kluis", "zin")).containsOnlyKeys("link/1");
        assertThat(folder.resolve("kluis.oud")).doesNotExist();
    }

    @Test
    void no_key_or_share_is_ever_printed_or_sent() throws IOException {
        keys("create --houder b KLUIS WIE link/1");
        keys("split --houder b KLUIS WIE --reserve DIR/reserve --deel DIR/jan --deel DIR/els");
        keys("verify --houder b KLUIS WIE");
        String told = out + err.toString() + asked;
        try (KeyEntries entries = KeyEntries.read(files("kluis", "zin"))) {
            byte[] key = Objects.requireNonNull(entries.secrets().get("link/1")).copy();
            assertThat(told).doesNotContain(HexFormat.of().formatHex(key));
        }
        Files.readAllLines(folder.resolve("jan")).stream()
                .filter(line -> line.matches(" *[0-9]+  ([a-z2-7]{4} ){3}[a-z2-7]{4} .*"))
                .forEach(line -> assertThat(told).doesNotContain(line.substring(4, 23)));
    }

    @Test
    void nothing_changes_where_the_second_custodian_is_refused() throws IOException {
        keys("create --houder b KLUIS WIE link/1");
        byte[] before = Files.readAllBytes(folder.resolve("kluis"));
        refusal = "/bevestiging";
        assertThat(keys("create --houder b KLUIS WIE link/2")).isOne();
        assertThat(err.toString()).contains("de dienst weigert (403): Een ander moet bevestigen, sleutel \"link/1\"");
        assertThat(asked.get(asked.size() - 1)).startsWith("eerste /7/afwijzing");
        assertThat(Files.readAllBytes(folder.resolve("kluis"))).isEqualTo(before);
        assertThat(keys("destroy --houder b KLUIS WIE link/1")).isOne();
        assertThat(Files.readAllBytes(folder.resolve("kluis"))).isEqualTo(before);
        String split = "split --houder b KLUIS WIE --reserve DIR/reserve --deel DIR/jan --deel DIR/els";
        assertThat(keys(split)).isOne();
        assertThat(names()).containsExactlyInAnyOrder("kluis", "zin", "zin2", "een.token", "twee.token");
        assertThat(keys(split.replace("WIE", "--url http://localhost:1 TOKENS")))
                .isOne();
        assertThat(err.toString()).contains("de dienst is niet bereikbaar");
        assertThat(names()).containsExactlyInAnyOrder("kluis", "zin", "zin2", "een.token", "twee.token");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void wrong_shares_are_named_and_give_no_store() throws IOException {
        keys("create --houder b KLUIS WIE link/1");
        keys("split --houder b KLUIS WIE --reserve DIR/reserve --deel DIR/jan --deel DIR/els --deel DIR/bo");
        keys("split --houder b KLUIS WIE --reserve DIR/reserve2 --deel DIR/jan2 --deel DIR/els2");
        String text = Files.readString(folder.resolve("els"));
        int at = text.indexOf("\n 6  ") + 6;
        char other = text.charAt(at) == 'a' ? 'b' : 'a';
        Files.writeString(folder.resolve("kapot"), text.substring(0, at) + other + text.substring(at + 1));
        assertRefused("--deel DIR/jan", "er zijn 2 delen nodig");
        assertRefused("--deel DIR/jan --deel DIR/kapot", "kapot, regel 6: het controlegetal klopt niet");
        assertRefused("--deel DIR/jan --deel DIR/els2", "els2 hoort bij reservekopie");
        assertRefused("--deel DIR/jan --deel DIR/jan", "jan staat er twee keer");
        Files.copy(folder.resolve("jan"), folder.resolve("weer-jan"));
        assertRefused("--deel DIR/jan --deel DIR/weer-jan", "allebei nummer 1");
        assertRefused("--deel DIR/jan --deel DIR/niets", "niets is niet te lezen");
        assertRefused("--deel DIR/jan --deel DIR/zin", "zin, regel 1");
        assertThat(folder.resolve("hersteld")).doesNotExist();
        assertThat(asked.toString()).doesNotContain("herstellen");
    }

    @Test
    void a_damaged_reserve_copy_is_not_taken_for_damaged_shares() throws IOException {
        keys("create --houder b KLUIS WIE link/1");
        keys("split --houder b KLUIS WIE --reserve DIR/reserve --deel DIR/jan --deel DIR/els");
        byte[] copy = Files.readAllBytes(folder.resolve("reserve"));
        copy[copy.length / 2] ^= 1;
        Files.write(folder.resolve("reserve"), copy);
        assertRefused("--deel DIR/jan --deel DIR/els", "niet bij deze");
    }

    @Test
    void wrong_files_are_named() throws IOException {
        assertThat(keys("verify --houder b KLUIS WIE")).isOne();
        assertThat(err.toString()).contains("kluis is er niet");
        keys("create --houder b KLUIS WIE link/1");
        assertThat(keys("verify --houder b --kluis DIR/kluis --wachtzin-bestand DIR/zin2 WIE"))
                .isOne();
        assertThat(err.toString()).contains("gaat niet open: een andere wachtzin");
        Files.writeString(folder.resolve("kort"), "kort\n");
        assertThat(keys("verify --houder b --kluis DIR/kluis --wachtzin-bestand DIR/kort WIE"))
                .isOne();
        assertThat(err.toString()).contains("korter dan 20 tekens");
        byte[] store = Files.readAllBytes(folder.resolve("kluis"));
        Files.write(folder.resolve("kluis"), Arrays.copyOf(store, store.length / 2));
        assertThat(keys("verify --houder b KLUIS WIE")).isOne();
        assertThat(asked).hasSize(2);
    }

    @Test
    void names_of_other_holders_and_doubled_or_present_keys_are_refused() {
        keys("create --houder b KLUIS WIE link/1");
        for (String wrong : List.of("oprf", "link/1", "link/2 link/2", "LINK/2", "link/0", "sleutel")) {
            assertThat(keys("create --houder b KLUIS WIE " + wrong)).as(wrong).isOne();
        }
        assertThat(keys("create --houder c KLUIS WIE link/2")).isOne();
        assertThat(keys("destroy --houder b KLUIS WIE link/9")).isOne();
        assertThat(asked).hasSize(2);
    }

    @Test
    void two_custodians_are_asked_for_before_anything_is_done() {
        for (String who : List.of(
                "",
                "--url URL --token-bestand DIR/een.token",
                "--token-bestand DIR/een.token --token-bestand DIR/twee.token",
                "--notulen DIR/notulen --bewaarder Jan",
                "--notulen DIR/notulen --bewaarder Jan --bewaarder Jan")) {
            assertThat(keys("create --houder b KLUIS " + who + " link/1"))
                    .as(who)
                    .isOne();
        }
        assertThat(folder.resolve("kluis")).doesNotExist();
    }

    @Test
    void steps_before_there_is_a_service_are_minuted_and_registered_later() throws IOException {
        assertThat(keys("create --houder log KLUIS --notulen DIR/notulen --bewaarder Jan --bewaarder Els"
                        + " subject/2026 staff/2026 checkpoint manifest"))
                .as(err.toString())
                .isZero();
        assertThat(Files.readString(folder.resolve("notulen")))
                .matches("\\S+ aanmaken log checkpoint=[0-9a-f]{64} manifest=[0-9a-f]{64} staff/2026=[0-9a-f]{16} "
                        + "subject/2026=[0-9a-f]{16} door Jan en Els\n");
        String split = "split --houder log KLUIS --notulen DIR/notulen --bewaarder Jan --bewaarder Els --reserve DIR/";
        assertThat(keys(split + "reserve --deel DIR/jan --deel DIR/els"))
                .as(err.toString())
                .isZero();
        assertThat(asked).isEmpty();

        patience = 2;
        assertThat(keys("register DIR/notulen WIE")).isOne();
        assertThat(err.toString()).contains("notulen, regel 2: de dienst weigert (403)");
        assertThat(asked).hasSize(3);
        assertThat(asked.get(0))
                .containsPattern("\"notulen\":\\{\"moment\":\"2[^\"]+Z\"")
                .contains("\"bewaarders\":[\"Jan\",\"Els\"]}");
        patience = Integer.MAX_VALUE;
        assertThat(keys("register DIR/notulen WIE")).as(err.toString()).isZero();
        assertThat(asked).hasSize(5);
        assertThat(asked.get(3)).contains("\"handeling\":\"splitsen\"");
        assertThat(out.toString()).contains("Vastgelegd: 1 handelingen. Eerder al vastgelegd: 1.");

        assertThat(keys(split + "later --deel DIR/bo --deel DIR/an")).isOne();
        assertThat(err.toString()).contains("--notulen kan alleen bij create van een nieuwe kluis");
        assertThat(names()).doesNotContain("later", "bo", "an");
    }

    @Test
    void minutes_without_the_form_of_a_first_step_are_not_registered() throws IOException {
        for (String line : List.of(
                "zomaar iets",
                "2026-11-22T10:00:00Z vernietigen log subject/2026= door Jan en Els",
                "2026-11-22T10:00:00Z controleren log subject/2026=0011223344556677 door Jan en Els",
                "2026-11-22T10:00:00Z aanmaken b subject/2026=0011223344556677 door Jan en Els",
                "2026-11-22T10:00:00Z aanmaken log subject/2026=0011223344556677 door Jan")) {
            Files.writeString(folder.resolve("notulen"), line + "\n");
            assertThat(keys("register DIR/notulen WIE")).as(line).isOne();
            assertThat(err.toString()).contains("notulen, regel 1");
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void minutes_take_the_place_of_the_service_for_no_other_step() throws IOException {
        keys("create --houder b KLUIS WIE link/1");
        byte[] before = Files.readAllBytes(folder.resolve("kluis"));
        List<String> files = names();
        for (String act : List.of(
                "destroy --houder b KLUIS NOTULEN link/1",
                "destroy --houder b KLUIS NOTULEN --wis DIR/zin2",
                "create --houder b KLUIS NOTULEN link/2",
                "split --houder b KLUIS NOTULEN --reserve DIR/reserve --deel DIR/jan --deel DIR/els",
                "verify --houder b KLUIS NOTULEN",
                "recover --houder b --kluis DIR/nieuw --wachtzin-bestand DIR/zin NOTULEN --reserve DIR/r --deel DIR/d",
                "suspend --houder b NOTULEN",
                "compromise --houder b NOTULEN link/1",
                "rehearse --houder b NOTULEN --oefening")) {
            assertThat(keys(act)).as(act).isOne();
            assertThat(err.toString()).as(act).contains("--notulen kan alleen");
            err.getBuffer().setLength(0);
        }
        assertThat(Files.readAllBytes(folder.resolve("kluis"))).isEqualTo(before);
        assertThat(names()).containsExactlyInAnyOrderElementsOf(files);
    }

    @Test
    void a_rehearsal_touches_no_named_file_and_leaves_nothing() throws IOException {
        Path temp = Path.of(System.getProperty("java.io.tmpdir"));
        for (String act : List.of(
                "create --houder b WIE --oefening link/2",
                "destroy --houder b WIE --oefening link/1",
                "recover --houder b WIE --oefening",
                "rehearse --houder b WIE --oefening")) {
            assertThat(keys(act)).as(act + err).isZero();
        }
        assertThat(asked)
                .filteredOn(request -> request.startsWith("eerste  "))
                .allMatch(r -> r.contains("\"oefening\":true"));
        try (Stream<Path> files = Files.list(temp)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.contains("schakel-oefening-"));
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(4);
        }
    }

    @Test
    void what_changes_no_file_is_told_to_the_service() {
        assertThat(keys("suspend --houder b WIE")).isZero();
        assertThat(keys("resume --houder b WIE")).isZero();
        assertThat(keys("rotate --houder b WIE link/2")).isZero();
        assertThat(keys("activate --houder b WIE research/2")).isZero();
        assertThat(keys("deactivate --houder b WIE research/2")).isZero();
        assertThat(keys("compromise --houder b WIE research/2")).isZero();
        assertThat(asked).hasSize(12);
        assertThat(keys("suspend --houder b WIE link/2")).isOne();
        assertThat(keys("rotate --houder b WIE")).isOne();
        assertThat(asked).hasSize(12);
    }

    @Test
    void is_found_by_the_command_line() {
        assertThat(ServiceLoader.load(Subcommand.class)).hasAtLeastOneElementOfType(KeysCommand.class);
    }

    private void assertRefused(String shares, String reason) {
        assertThat(keys("recover --houder b --kluis DIR/hersteld --wachtzin-bestand DIR/zin2 WIE --reserve DIR/reserve "
                        + shares))
                .isOne();
        assertThat(err.toString()).contains(reason);
        err.getBuffer().setLength(0);
    }

    private int keys(String line) {
        String full = line.replace("KLUIS", "--kluis DIR/kluis --wachtzin-bestand DIR/zin")
                .replace("NOTULEN", "--notulen DIR/notulen --bewaarder Jan --bewaarder Els")
                .replace("WIE", "--url URL TOKENS")
                .replace("TOKENS", "--token-bestand DIR/een.token --token-bestand DIR/twee.token")
                .replace("URL", "http://localhost:" + service.getAddress().getPort())
                .replace("DIR", folder.toString());
        return new CommandLine(new KeysCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (!(failure instanceof CommandFailed)) {
                        throw failure;
                    }
                    err.append(failure.getMessage()).append('\n');
                    return 1;
                })
                .execute(full.split(" +"));
    }

    private Map<String, String> checkValues(String store, String passphrase) {
        try (KeyEntries entries = KeyEntries.read(files(store, passphrase))) {
            return entries.checkValues();
        }
    }

    private HolderFiles files(String store, String passphrase) {
        return new HolderFiles(folder.resolve(store), folder.resolve(passphrase));
    }

    private void assertOwnerOnly(String file) throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                .isEqualTo("rw-------");
    }

    private static HttpServer serving() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
