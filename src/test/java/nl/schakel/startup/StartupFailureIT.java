package nl.schakel.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.secret.KeyEntries;
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
        Map<String, String> properties = new HashMap<>(keys());
        properties.put("schakel.http.poort", "1024");
        properties.put("schakel.db.url", "jdbc:postgresql://127.0.0.1:1/x");
        assertThat(refusal(properties))
                .isEqualTo("Schakel start niet: De instelling schakel.db.wachtwoord-bestand.migrator ontbreekt.");
    }

    @Test
    void says_that_the_application_is_missing() throws Exception {
        assertThat(refusal(Map.of("schakel.http.poort", "1025", "schakel.war", "/nowhere/schakel.war")))
                .startsWith("Schakel start niet: De toepassing /nowhere/schakel.war ontbreekt");
    }

    @Test
    void says_that_an_external_database_cannot_be_reached() throws Exception {
        Map<String, String> properties = new HashMap<>(keys());
        properties.put("schakel.http.poort", "1026");
        properties.put("schakel.db.url", "jdbc:postgresql://127.0.0.1:1/schakel");
        Path password = Files.writeString(RunningService.newHome().resolve("wachtwoord"), "geheim");
        for (String role : List.of("migrator", "school", "link", "cold", "account", "log", "auditor")) {
            properties.put("schakel.db.wachtwoord-bestand." + role, password.toString());
        }
        assertThat(refusal(properties))
                .isEqualTo("Schakel start niet: De database is niet bereikbaar op"
                        + " jdbc:postgresql://127.0.0.1:1/schakel (SQLSTATE 08001)."
                        + " Controleer SCHAKEL_DB_URL en de wachtwoorden.");
    }

    @Test
    void says_which_key_file_of_the_log_holder_is_missing() throws Exception {
        Map<String, String> properties = new HashMap<>(keys());
        properties.put("schakel.http.poort", "1027");
        properties.put("schakel.sleutels.log.bestand", "/nowhere/log.bcfks");
        assertThat(refusal(properties))
                .isEqualTo(
                        "Schakel start niet: De sleutels van houder log ontbreken: het bestand /nowhere/log.bcfks van"
                                + " schakel.sleutels.log.bestand kan niet worden gelezen.");
    }

    @Test
    void refuses_a_log_holders_store_with_other_keys_than_the_log_was_kept_with() throws Exception {
        Path home = RunningService.newHome();
        RunningService.start(home, Map.of()).close();
        Path store = home.resolve("other.bcfks");
        Path passphrase = Files.writeString(home.resolve("other.wachtzin"), "a pass-phrase of some length\n");
        try (KeyEntries keys = new KeyEntries()) {
            keys.withSigning("manifest", new SecureRandom()).writeTo(new HolderFiles(store, passphrase));
        }
        Map<String, String> properties = new HashMap<>(keys());
        properties.put("schakel.http.poort", "1027");
        properties.put("schakel.thuis", home.toString());
        properties.put("schakel.sleutels.log.bestand", store.toString());
        properties.put("schakel.sleutels.log.wachtzin-bestand", passphrase.toString());
        assertThat(refusal(properties))
                .isEqualTo(
                        "Schakel start niet: De sleutels van houder log zijn niet te gebruiken: dit is een andere sleutel"
                                + " dan de dienst kent, of een vernietigde: manifest in "
                                + store + ".");
    }

    private static Map<String, String> keys() {
        Map<String, String> keys = new HashMap<>();
        for (String holder : List.of("a", "b", "log")) {
            Path folder = Path.of("keys-example").toAbsolutePath();
            String prefix = "schakel.sleutels." + holder;
            keys.put(prefix + ".bestand", folder.resolve(holder + ".bcfks").toString());
            keys.put(
                    prefix + ".wachtzin-bestand",
                    folder.resolve(holder + ".wachtzin").toString());
        }
        return keys;
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
        assertThat(output).doesNotContain("\tat ");
        return lines.get(0);
    }
}
