package nl.schakel.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeliveryRuleTest {
    @Test
    void the_page_lists_every_rule_with_its_cost_and_texts_in_order() throws IOException {
        List<String> listed = Files.readAllLines(Path.of("docs/api/formats.md")).stream()
                .filter(line -> line.startsWith("| LV-"))
                .toList();
        List<String> rules = Stream.of(DeliveryRule.values())
                .map(rule -> "| " + rule.code() + " | " + rule.severity().name().toLowerCase(Locale.ROOT) + " | "
                        + rule.expectedInEnglish() + " | " + rule.repairInEnglish() + " |")
                .toList();
        assertThat(listed).containsExactlyElementsOf(rules);
    }

    @Test
    void codes_are_unique_and_ascend() {
        List<String> codes =
                Stream.of(DeliveryRule.values()).map(DeliveryRule::code).toList();
        assertThat(codes).doesNotHaveDuplicates().isSorted().allMatch(code -> code.matches("LV-[0-9]{4}"));
    }

    @Test
    void texts_are_whole() {
        for (DeliveryRule rule : DeliveryRule.values()) {
            assertThat(rule.repairInDutch()).as(rule.code()).endsWith(".");
            assertThat(rule.repairInEnglish()).as(rule.code()).endsWith(".");
            assertThat(rule.expectedInDutch()).as(rule.code()).isNotBlank().doesNotEndWith(".");
            assertThat(rule.expectedInEnglish()).as(rule.code()).isNotBlank().doesNotEndWith(".");
        }
    }
}
