package nl.schakel.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RegisterRuleTest {
    private static final Path PAGE = Path.of("docs/api/formats.md");

    @Test
    void the_page_lists_every_rule_with_its_texts_in_order() throws IOException {
        List<String> listed = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| RG-"))
                .toList();
        List<String> rules = Stream.of(RegisterRule.values())
                .map(rule -> "| " + rule.code() + " | " + rule.expected() + " | " + rule.repair() + " |")
                .toList();
        assertThat(listed).containsExactlyElementsOf(rules);
    }

    @Test
    void the_page_names_every_type_and_every_column_that_is_taken_in() throws IOException {
        String page = Files.readString(PAGE);
        for (FileType type : FileType.values()) {
            assertThat(page).contains("| " + type + " |");
            RegisterColumns.of(type).forEach(column -> column.names()
                    .forEach(name -> assertThat(page).contains("`" + name + "`")));
        }
    }
}
