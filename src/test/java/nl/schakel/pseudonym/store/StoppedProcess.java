package nl.schakel.pseudonym.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;

/** A process that works on the database, says where it stopped, and is killed there as by {@code kill -9}. */
final class StoppedProcess {
    private StoppedProcess() {}

    /** Runs the class to where it stops, and kills it. Its arguments: URL, password of zone LINK's role, and what it is to do. */
    static void killed(Class<?> main, String url, String work) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        main.getName(),
                        url,
                        TestPostgres.password(Zone.LINK),
                        work)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isEqualTo("@stopped");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
