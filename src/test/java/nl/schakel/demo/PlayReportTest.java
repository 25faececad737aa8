package nl.schakel.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PlayReportTest {
    @Test
    void prints_lines_in_the_order_noted_with_counts_added_up() {
        PlayReport report = new PlayReport();
        report.add("regels", 1_000);
        report.note("adres", "hier");
        report.add("regels", 234);
        assertThat(printed(report)).containsSubsequence("regels", "1.234", "adres", "hier");
    }

    @Test
    void a_bar_moves_on_a_terminal_and_on_nothing_else() {
        assertThat(progressed(true)).contains("\r", "[###############               ] 5/10", "klaar");
        assertThat(progressed(false)).doesNotContain("\r", "#").contains("Taak").contains("klaar");
    }

    private static String printed(PlayReport report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        report.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String progressed(boolean terminal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TerminalProgress progress =
                new TerminalProgress(new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal);
        progress.at("Taak", 5, 10);
        progress.ended("Taak", "klaar");
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
