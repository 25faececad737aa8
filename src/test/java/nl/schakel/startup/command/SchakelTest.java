package nl.schakel.startup.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import nl.schakel.platform.work.CommandFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class SchakelTest {
    private static final String VALUE = "999990019";
    private final StringWriter err = new StringWriter();

    @Command(name = "toets")
    private record Failing(RuntimeException failure) implements Runnable {
        @Override
        public void run() {
            throw failure;
        }
    }

    private static final class Stopped extends CommandFailed {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("het bestand klopt niet", new IllegalStateException(VALUE));
        }
    }

    static Stream<Arguments> told() {
        return Stream.of(
                Arguments.of(new Stopped(), "toets: het bestand klopt niet\n"),
                Arguments.of(
                        new UncheckedIOException(new NoSuchFileException("/er/niet.csv", null, VALUE)),
                        "toets: het bestand /er/niet.csv kan niet worden gelezen of geschreven\n"),
                Arguments.of(
                        new UncheckedIOException(new ConnectException(VALUE)),
                        "toets: de dienst is niet bereikbaar\n"));
    }

    @ParameterizedTest
    @MethodSource("told")
    void a_failure_that_was_foreseen_is_one_line_and_exit_1(RuntimeException failure, String line) {
        assertThat(run(failure)).isEqualTo(1);
        assertThat(err).hasToString(line);
    }

    static Stream<RuntimeException> bugs() {
        return Stream.of(
                new NumberFormatException("For input string: \"" + VALUE + '"'),
                new UncheckedIOException(VALUE, new IOException(VALUE)),
                new IllegalStateException(VALUE, new IllegalArgumentException(VALUE)));
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void a_bug_is_told_by_class_and_place_and_never_by_its_message(RuntimeException bug) {
        assertThat(run(bug)).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("toets: onverwachte fout")
                .contains("SchakelTest")
                .doesNotContain(VALUE);
    }

    @Test
    void an_unknown_command_gives_exit_2() {
        CommandLine line = Schakel.commandLine().setErr(new PrintWriter(err));
        assertThat(line.execute("bestaat-niet")).isEqualTo(2);
    }

    private int run(RuntimeException failure) {
        CommandLine line =
                Schakel.commandLine().addSubcommand(new Failing(failure)).setErr(new PrintWriter(err, true));
        return line.execute("toets");
    }
}
