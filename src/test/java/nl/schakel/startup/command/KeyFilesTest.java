package nl.schakel.startup.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFilesTest {
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void put_all_six_files_in_place(@TempDir Path folder) throws IOException {
        for (String holder : List.of("a", "b", "log")) {
            for (String part : List.of("bestand", "wachtzin-bestand")) {
                Path file = Files.createFile(folder.resolve(holder + "-" + part));
                environment.put(name(holder, part), file.toString());
            }
        }
    }

    @Test
    void nothing_is_missing_where_all_six_files_are_in_place() {
        assertThat(missing()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void a_missing_file_of_a_working_holder_is_one_line_and_the_service_starts(String holder) {
        environment.put(name(holder, "bestand"), "/nowhere/" + holder);
        assertThat(missing())
                .singleElement()
                .asString()
                .contains("houder " + holder, "/nowhere/" + holder, "schakel.sleutels." + holder + ".bestand");
    }

    @Test
    void a_hardware_token_stands_in_the_place_of_a_store() {
        environment.remove(name("a", "bestand"));
        environment.put(name("a", "pkcs11-bestand"), environment.getOrDefault(name("a", "wachtzin-bestand"), ""));
        assertThat(missing()).isEmpty();
        environment.put(name("a", "pkcs11-bestand"), "/nowhere/token.cfg");
        assertThat(missing()).singleElement().asString().contains("/nowhere/token.cfg");
    }

    @Test
    void a_socket_stands_in_the_place_of_both_files_of_holder_a(@TempDir Path folder) throws IOException {
        environment.remove(name("a", "bestand"));
        environment.remove(name("a", "wachtzin-bestand"));
        environment.put(
                name("a", "dienst"), Files.createFile(folder.resolve("a.sock")).toString());
        assertThat(missing()).isEmpty();
        environment.put(name("a", "dienst"), "/nowhere/a.sock");
        assertThat(missing()).singleElement().asString().contains("houder a", "/nowhere/a.sock", "a.dienst");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void a_setting_that_was_not_made_is_named(String holder) {
        environment.remove(name(holder, "wachtzin-bestand"));
        assertThat(missing())
                .singleElement()
                .asString()
                .contains("stel schakel.sleutels." + holder + ".wachtzin-bestand in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bestand", "wachtzin-bestand"})
    void without_the_log_holder_nothing_starts(String part) {
        environment.remove(name("log", part));
        assertThatThrownBy(this::missing)
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("schakel.sleutels.log." + part);
    }

    private List<String> missing() {
        return new KeyFiles(new Settings(environment)).missing();
    }

    private static String name(String holder, String part) {
        return "SCHAKEL_SLEUTELS_" + holder.toUpperCase(Locale.ROOT) + "_"
                + part.replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
