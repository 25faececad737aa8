package nl.schakel.pseudonym.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import nl.schakel.platform.secret.KeyEntries;
import nl.schakel.platform.work.Subcommand;
import org.junit.jupiter.api.Test;

/** The whole life of keys on files, with a small service that takes every step or refuses it. Deriving keys takes minutes. */
class KeysCommandIT extends KeysCommandWorld {
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
}
