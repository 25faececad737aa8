package nl.schakel.pseudonym.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import nl.schakel.platform.secret.ExampleKeys;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.secret.HolderStore;
import nl.schakel.platform.work.Subcommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExampleKeySetTest {
    @Test
    void draws_a_complete_set_and_never_overwrites_one(@TempDir Path folder) throws IOException {
        StringWriter errors = new StringWriter();
        CommandLine command = new CommandLine(new ExampleKeySet()).setErr(new PrintWriter(errors));
        assertThat(command.execute(folder.toString())).isZero();

        List<String> fingerprints = Files.readAllLines(folder.resolve("FINGERPRINTS"));
        assertThat(fingerprints).hasSize(11).doesNotHaveDuplicates();
        assertThat(fingerprints.subList(1, 11)).allMatch(line -> line.matches("(a|b|log) [a-z0-9/]+ [0-9a-f]{16,66}"));
        HolderFiles files = new HolderFiles(folder.resolve("a.bcfks"), folder.resolve("a.wachtzin"));
        try (HolderStore store = HolderStore.open(files, ExampleKeys.REFUSED)) {
            assertThat(store.keyIds()).containsExactly("oprf", "token");
        }

        byte[] before = Files.readAllBytes(files.store());
        assertThat(command.execute(folder.toString())).isNotZero();
        assertThat(Files.readAllBytes(files.store())).isEqualTo(before);
    }

    @Test
    void is_found_by_the_command_line() {
        assertThat(ServiceLoader.load(Subcommand.class)).hasAtLeastOneElementOfType(ExampleKeySet.class);
    }
}
