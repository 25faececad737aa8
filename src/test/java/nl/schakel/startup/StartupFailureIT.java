package nl.schakel.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.schakel.testserver.RunningService;
import org.junit.jupiter.api.Test;

/** What somebody reads who starts the service in the wrong way: one line, and exit code 1. */
class StartupFailureIT {
    @Test
    void says_that_the_port_is_taken_and_how_to_choose_another() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(refusal(Map.of("schakel.http.poort", port)))
                    .isEqualTo("Schakel start niet: poort " + port
                            + " op 127.0.0.1 is bezet; kies een andere met SCHAKEL_HTTP_POORT.");
        }
    }

    @Test
    void says_that_a_port_is_not_a_port() throws Exception {
        assertThat(refusal(Map.of("schakel.http.poort", "0")))
                .isEqualTo("Schakel start niet: SCHAKEL_HTTP_POORT moet een getal van 1 tot en met 65535 zijn.");
    }

    @Test
    void says_which_password_file_of_an_external_database_is_missing() throws Exception {
        assertThat(refusal(Map.of("schakel.http.poort", "1024", "schakel.db.url", "jdbc:postgresql://127.0.0.1:1/x")))
                .isEqualTo("Schakel start niet: De instelling schakel.db.wachtwoord-bestand.migrator ontbreekt.");
    }

    @Test
    void says_that_the_application_is_missing() throws Exception {
        assertThat(refusal(Map.of("schakel.http.poort", "1025", "schakel.war", "/nowhere/schakel.war")))
                .startsWith("Schakel start niet: De toepassing /nowhere/schakel.war ontbreekt");
    }

    private static String refusal(Map<String, String> properties) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dschakel.thuis=" + RunningService.newHome()));
        properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
        Path launcher = Path.of(System.getProperty("schakel.dist", "target/dist"), "schakel-launcher.jar");
        command.addAll(List.of("-jar", launcher.toAbsolutePath().toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        List<String> lines = output.lines()
                .filter(line -> line.startsWith("Schakel start niet"))
                .toList();
        assertThat(lines).as(output).hasSize(1);
        return lines.get(0);
    }
}
