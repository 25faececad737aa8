package nl.schakel.pseudonym.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code schakel keys} refuses, and that it then leaves everything as it was. */
class KeysRefusedIT extends KeysCommandWorld {
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
}
