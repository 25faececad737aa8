package nl.schakel.audit.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.schakel.audit.format.VerifierFiles;
import nl.schakel.platform.work.CommandFailed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VerifyCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write_a_bundle() throws IOException {
        VerifierFiles.write(folder);
    }

    private int run(String bundle, String policy) {
        return runWith(List.of("--signer", folder.resolve("ondertekenaar").toString()), bundle, policy);
    }

    private int runWith(List<String> more, String bundle, String policy) {
        CommandLine line = new CommandLine(new VerifyCommand());
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            assertThat(failure).isInstanceOf(CommandFailed.class);
            err.append(failure.getMessage());
            return 1;
        });
        List<String> arguments = new ArrayList<>(List.of(
                folder.resolve(bundle).toString(),
                "--policy",
                folder.resolve(policy).toString(),
                "--state",
                folder.resolve("stand").toString()));
        arguments.addAll(more);
        return line.execute(arguments.toArray(String[]::new));
    }

    @Test
    void a_whole_log_gives_a_page_and_a_state_and_code_0() throws IOException {
        assertThat(run("bundel", "beleid")).isZero();
        assertThat(out.toString())
                .contains(
                        "UITKOMST: het logboek is heel.",
                        "getuige.example/fg, getuige.example/school",
                        "eerste controle")
                .doesNotContain("NIET GETUIGD");
        assertThat(out.toString().lines()).hasSizeLessThan(30);
        assertThat(folder.resolve("stand")).exists();
        assertThat(run("bundel", "beleid")).isZero();
        assertThat(out.toString()).contains("15 regels gecontroleerd");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(VerifierFiles.namesWith("stand"));
        }
    }

    @Test
    void a_log_that_is_not_whole_gives_code_1_and_leaves_the_state() throws IOException {
        assertThat(run("bundel", "beleid")).isZero();
        String before = Files.readString(folder.resolve("stand"));
        assertThat(run("teruggezet", "beleid")).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("stand"))).isEqualTo(before);
        assertThat(out.toString()).contains("NIET heel. Aantal fouten: 1", "LB-40 bundelregel 4");
        assertThat(err.toString()).contains("de stand is niet bijgewerkt");
    }

    @Test
    void a_fault_is_told_by_its_place_and_shows_no_value() {
        assertThat(run("veranderd", "beleid")).isEqualTo(1);
        assertThat(out.toString())
                .contains("LB-33", "Het gaat om een van de logboekregels 0 tot 15")
                .doesNotContain("prepare-operatos");
        assertThat(folder.resolve("stand")).doesNotExist();
    }

    @Test
    void a_log_without_witnesses_is_told_to_be_not_witnessed() {
        assertThat(run("ongetuigd", "zonder-getuigen")).isZero();
        assertThat(out.toString()).contains("NIET GETUIGD");
    }

    @Test
    void what_cannot_be_used_gives_code_1_or_2() throws IOException {
        assertThat(run("bundel", "bundel")).isEqualTo(1);
        assertThat(runWith(List.of("--signer", folder.resolve("bundel").toString()), "bundel", "beleid"))
                .isEqualTo(1);
        Files.writeString(folder.resolve("stand"), "schakel-stand/1\nopen 1\n");
        assertThat(run("bundel", "beleid")).isEqualTo(1);
        assertThat(err.toString()).contains("de stand van de vorige controle is beschadigd");
        assertThat(runWith(List.of("--onbekend"), "bundel", "beleid")).isEqualTo(2);
        assertThat(new CommandLine(new VerifyCommand())
                        .setErr(new PrintWriter(err))
                        .execute("x"))
                .isEqualTo(2);
    }
}
