package nl.schakel.audit.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.schakel.audit.SignatureType;
import nl.schakel.audit.VerificationKey;
import nl.schakel.startup.command.Schakel;

/** {@code schakel witness} in a process of its own, on loopback. */
public final class RunningWitness implements AutoCloseable {
    private static final String READY = "De getuige is klaar: ";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final URI url;

    private RunningWitness(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** Runs {@code schakel witness} to its end. */
    public static String ended(int exit, String... arguments) throws Exception {
        Process process = begun(arguments);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != exit) {
            throw new AssertionError("ended otherwise and said " + said);
        }
        return said;
    }

    /** Makes the folder and keys of a witness. The pass-phrase stands beside the folder. */
    public static List<VerificationKey> made(Path folder, String name) throws Exception {
        Path passphrase = Files.writeString(passphrase(folder), "een wachtzin van twintig tekens of meer\n");
        String said = ended(
                0, "--nieuwe-sleutel", name, "--map", folder.toString(), "--wachtzin-bestand", passphrase.toString());
        return said.lines()
                .filter(line -> line.startsWith(name + "+"))
                .map(VerificationKey::read)
                .toList();
    }

    static Path passphrase(Path folder) {
        return folder.resolveSibling(folder.getFileName() + ".wachtzin");
    }

    /** The Ed25519 key among those of a witness. */
    public static VerificationKey ed25519(List<VerificationKey> keys) {
        return keys.stream()
                .filter(key -> key.type() == SignatureType.COSIGNATURE)
                .findFirst()
                .orElseThrow();
    }

    /** Starts it on a free port and waits until it answers. */
    public static RunningWitness start(Path folder, Path policy) throws Exception {
        return start(folder, policy, 0);
    }

    /** Starts it on this port. */
    public static RunningWitness start(Path folder, Path policy, int port) throws Exception {
        Process process = begun(
                "--logboeken", policy.toString(),
                "--map", folder.toString(),
                "--wachtzin-bestand", passphrase(folder).toString(),
                "--poort", Integer.toString(port));
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        String line = said.readLine();
        if (line == null || !line.startsWith(READY)) {
            throw new AssertionError("does not start but says " + line);
        }
        // a full pipe would stop it
        Thread drain = new Thread(() -> said.lines().forEach(each -> {}));
        drain.setDaemon(true);
        drain.start();
        return new RunningWitness(process, URI.create(line.substring(READY.length())));
    }

    private static Process begun(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Schakel.class.getName(),
                "witness"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Where it answers. */
    public URI url() {
        return url;
    }

    /** Posts a body to {@code /add-checkpoint}. */
    HttpResponse<String> add(String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url + "/add-checkpoint"))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends any request. */
    static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Ends it as by {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends it as by {@code kill}. */
    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
