package nl.schakel.pseudonym.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;

/** A process that works on the database, says where it stopped, and is killed there as by {@code kill -9}. */
final class StoppedProcess {
    private StoppedProcess() {}

    /** Runs the class to where it stops, and kills it. Its arguments: URL, password of zone LINK's role, and what it is to do. */
    static void killed(Class<?> main, String url, String... work) throws Exception {
        begun(main, url, TestPostgres.password(Zone.LINK), work)
                .destroyForcibly()
                .waitFor();
    }

    /** Runs the class to where it stops. */
    static Process begun(Class<?> main, String url, String password, String... work) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName(),
                url,
                password));
        command.addAll(List.of(work));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (!"@stopped".equals(line)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError(main.getSimpleName() + " did not stop but said " + line);
        }
        return process;
    }
}
