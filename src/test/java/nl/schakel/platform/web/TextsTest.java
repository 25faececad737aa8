package nl.schakel.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {
    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final Pattern ARGUMENT = Pattern.compile("\\{[0-9]");
    private static final Pattern KEY = Pattern.compile("page\\.text\\(\"([a-zA-Z0-9_.-]+)\"\\s*[,)]");

    static Stream<String> features() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString().replaceAll("_(nl|en)\\.properties$", ""))
                    .distinct()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("features")
    void both_languages_have_the_same_keys_all_of_this_feature(String feature) throws IOException {
        Set<String> dutch = new TreeSet<>(read(feature, "nl").stringPropertyNames());
        assertThat(dutch).isEqualTo(new TreeSet<>(read(feature, "en").stringPropertyNames()));
        assertThat(dutch).allSatisfy(key -> assertThat(key).startsWith(feature + "."));
    }

    @ParameterizedTest
    @MethodSource("features")
    void no_key_stands_twice_and_texts_with_arguments_are_patterns(String feature) throws IOException {
        for (String language : List.of("nl", "en")) {
            List<String> keys = Files.readAllLines(file(feature, language)).stream()
                    .filter(line -> line.matches("[a-zA-Z0-9_.-]+\\s*=.*"))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .toList();
            assertThat(keys).as(feature + " " + language).doesNotHaveDuplicates();
            read(feature, language).forEach((key, text) -> {
                if (ARGUMENT.matcher(text.toString()).find()) {
                    assertThat(new MessageFormat(text.toString()).format(new Object[] {1, 2, 3, 4, 5}))
                            .as(key.toString())
                            .doesNotContain("{");
                }
            });
        }
    }

    @Test
    void every_key_that_a_template_names_has_a_text() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                KEY.matcher(Files.readString(template)).results().forEach(match -> assertThat(
                                Texts.in(Language.NL).find(match.group(1)))
                        .as("%s in %s", match.group(1), template)
                        .isPresent());
            }
        }
    }

    @Test
    void an_unknown_key_is_shown_between_brackets() {
        assertThat(Texts.in(Language.NL).text("platform.bestaat-niet")).isEqualTo("[platform.bestaat-niet]");
        assertThat(Texts.in(Language.NL).text("zonder")).isEqualTo("[zonder]");
    }

    @Test
    void arguments_are_written_as_the_language_does() {
        assertThat(Texts.in(Language.NL).text("platform.fouten.aantal", 1200)).isEqualTo("(1.200 fouten)");
        assertThat(Texts.in(Language.EN).text("platform.fouten.aantal", 1)).isEqualTo("(1 error)");
    }

    private static Properties read(String feature, String language) throws IOException {
        Properties texts = new Properties();
        try (var reader = Files.newBufferedReader(file(feature, language), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static Path file(String feature, String language) {
        return FOLDER.resolve(feature + "_" + language + ".properties");
    }
}
