package journey;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged command-line tools in a process of their own. */
record CommandLine(int exit, String output) {
    /** Runs {@code schakel} with the arguments; standard error stands among the output. */
    static CommandLine schakel(String... arguments) {
        List<String> command = new ArrayList<>(prefix());
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(300, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return new CommandLine(process.exitValue(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The command that starts the tools, for a tool that calls another. */
    static List<String> prefix() {
        Path dist = Path.of(System.getProperty("schakel.dist", "target/dist")).toAbsolutePath();
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                dist.resolve("schakel-tools.jar") + File.pathSeparator + dist.resolve("lib") + "/*",
                "nl.schakel.startup.command.Schakel");
    }
}
