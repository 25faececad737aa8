package journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.schakel.testserver.RunningService;

/**
 * A real Keycloak with the realm of the tests, on loopback and with its database in memory. It stands behind a
 * {@link TamperingProxy}, at whose address it calls itself. The first start after a clean build takes half a minute longer:
 * it prepares its own classes.
 */
final class Keycloak implements AutoCloseable {
    static final String CLIENT_SECRET = "geheim-van-de-proef";
    static final String PASSWORD = "een lang wachtwoord 12";

    /** The secret of the second factor, as RFC 6238 uses it in its vectors. */
    static final String SEED = "12345678901234567890";

    private static final Path UNPACKED = Path.of("target/keycloak").toAbsolutePath();
    private static final long READY_SECONDS = 300;
    private static final Path REALM = Path.of("src/test/resources/keycloak/realm.json");

    private final Process process;
    private final TamperingProxy proxy;

    private Keycloak(Process process, TamperingProxy proxy) {
        this.process = process;
        this.proxy = proxy;
    }

    /** Begins to start for a service at that address. */
    static Keycloak start(String service) throws IOException {
        Path home = home();
        String realm = Files.readString(REALM)
                .replace("@adres@", service)
                .replace("@geheim@", CLIENT_SECRET)
                .replace("@wachtwoord@", PASSWORD)
                .replace("@zaad@", SEED);
        Files.createDirectories(home.resolve("data/import"));
        Files.writeString(home.resolve("data/import/proef-realm.json"), realm);
        int port = RunningService.freePort();
        TamperingProxy proxy = new TamperingProxy(port);
        ProcessBuilder builder = new ProcessBuilder(
                        "/bin/bash",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--db=dev-mem",
                        "--cache=local",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname=" + proxy.origin())
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx384m",
                        "JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1"));
        return new Keycloak(builder.start(), proxy);
    }

    private static Path home() throws IOException {
        try (Stream<Path> folders = Files.list(UNPACKED)) {
            return folders.filter(folder -> Files.exists(folder.resolve("bin/kc.sh")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Waits until it answers. */
    void awaitReady() throws IOException, InterruptedException {
        CountDownLatch ready = new CountDownLatch(1);
        Path log = Files.createTempFile(Path.of("target"), "keycloak-", ".log");
        Thread reader = new Thread(() -> read(log, ready), "keycloak-output");
        reader.setDaemon(true);
        reader.start();
        if (!ready.await(READY_SECONDS, TimeUnit.SECONDS) || !process.isAlive()) {
            throw new IllegalStateException("Keycloak does not start; see " + log);
        }
    }

    private void read(Path log, CountDownLatch ready) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                var out = Files.newBufferedWriter(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.write(line + "\n");
                out.flush();
                if (line.contains("Listening on:")) {
                    ready.countDown();
                }
            }
        } catch (IOException ended) {
            // the process has gone
        }
        ready.countDown();
    }

    /** What stands between it and the service. */
    TamperingProxy proxy() {
        return proxy;
    }

    /** The configuration of a service that uses it, as {@code proef} and, with a client whose tokens say more, {@code ander}. */
    Map<String, String> configuration(String service, Path secret) {
        String issuer = proxy.origin() + "/realms/proef";
        return Map.ofEntries(
                Map.entry("schakel.adres", service),
                Map.entry("schakel.api.uitgever", issuer),
                Map.entry("schakel.api.gehoor", service + "/api/v1"),
                Map.entry("schakel.openid.diensten", "proef ander"),
                Map.entry("schakel.openid.proef.uitgever", issuer),
                Map.entry("schakel.openid.proef.naam", "Proefinlog"),
                Map.entry("schakel.openid.proef.client-id", "schakel"),
                Map.entry("schakel.openid.proef.client-geheim-bestand", secret.toString()),
                Map.entry("schakel.openid.proef.acr", "tweede-factor"),
                Map.entry("schakel.openid.proef.claim-brin", "nlEduPersonHomeOrganizationId"),
                Map.entry("schakel.openid.ander.uitgever", issuer),
                Map.entry("schakel.openid.ander.naam", "Andere inlog"),
                Map.entry("schakel.openid.ander.client-id", "ander"));
    }

    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        proxy.close();
    }
}
