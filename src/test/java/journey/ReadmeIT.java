package journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The command that the README tells a newcomer to run first, run as it stands there on what this build packaged, with a
 * smaller world and a free port. The other command of the README is the one that runs this test.
 */
class ReadmeIT {
    private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TABLE =
            Pattern.compile("ends with a table like this:\n\n```\n(.*?)```", Pattern.DOTALL);

    @Test
    void the_demo_ends_with_the_lines_that_the_readme_shows() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        List<String> commands = COMMANDS.matcher(readme)
                .results()
                .flatMap(block -> block.group(1).lines())
                .filter(line -> !line.isBlank())
                .toList();
        assertThat(commands).containsExactly("deploy/demo --once", "deploy/test");

        // what the running build packaged is as new as its sources
        Files.writeString(Path.of("target/dist/.built"), "");
        String printed = run(commands.get(0) + " --schools 6 --port " + freePort());

        Matcher table = TABLE.matcher(readme);
        assertThat(table.find()).isTrue();
        table.group(1).lines().map(ReadmeIT::label).forEach(label -> assertThat(printed)
                .contains(label));
        assertThat(printed).contains("Het pakket klopt.");
    }

    /** The words before the figure: up to the first run of two spaces after them. */
    private static String label(String line) {
        return line.strip().split(" {2,}", -1)[0];
    }

    private static String run(String command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(Arrays.asList(command.split(" ", -1)));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
