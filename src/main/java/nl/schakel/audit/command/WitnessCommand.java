package nl.schakel.audit.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import nl.schakel.audit.Cosigner;
import nl.schakel.audit.CosignerKeys;
import nl.schakel.audit.EvidenceRejected;
import nl.schakel.audit.Signatures;
import nl.schakel.audit.VerificationKey;
import nl.schakel.audit.Witness;
import nl.schakel.audit.WitnessFolder;
import nl.schakel.audit.WitnessPolicy;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.secret.KeysUnavailable;
import nl.schakel.platform.work.Subcommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code schakel witness}: a witness of the log, run by somebody who does not run the service. Keeps keys, names and the last
 * checkpoints in one folder that is its own.
 */
@Command(
        name = "witness",
        aliases = "getuige",
        mixinStandardHelpOptions = true,
        description = {
            "Ondertekent controlepunten van het logboek mee, als getuige buiten de dienst.",
            "Maak eerst een sleutel met --nieuwe-sleutel; start daarna met --logboeken."
        })
public final class WitnessCommand implements Subcommand {
    private static final String STORE = "getuige.bcfks";
    private static final String NAMES = "getuige.vkey";

    /** Making the keys, or witnessing: one of both. */
    private static final class Task {
        @Option(
                names = "--nieuwe-sleutel",
                required = true,
                paramLabel = "NAAM",
                description = "Maak de map en de sleutels van deze getuige, bijvoorbeeld getuige.voorbeeld.nl/fg.")
        private @Nullable String newName;

        @Option(
                names = "--logboeken",
                required = true,
                paramLabel = "BESTAND",
                description = "Beleidsbestand; van de logboeken daarin wordt getuigd.")
        private @Nullable Path policy;
    }

    @ArgGroup(multiplicity = "1")
    private Task task = new Task();

    @Option(names = "--map", required = true, description = "De map van deze getuige, alleen voor deze gebruiker.")
    private Path folder = Path.of("");

    @Option(names = "--wachtzin-bestand", required = true, description = "Bestand met de wachtzin van de sleutels.")
    private Path passphrase = Path.of("");

    @Option(
            names = "--adres",
            description = "Het adres waarop verzoeken worden beantwoord (${DEFAULT-VALUE}).",
            defaultValue = "127.0.0.1")
    private InetAddress address = InetAddress.getLoopbackAddress();

    @Option(names = "--poort", description = "De poort (${DEFAULT-VALUE}; 0: een vrije).", defaultValue = "8480")
    private int port;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        try {
            String name = task.newName;
            Path policy = task.policy;
            if (name != null) {
                makeKeys(name);
            } else if (policy != null) {
                witness(policy);
            }
        } catch (KeysUnavailable e) {
            throw new EvidenceRejected("de sleutels zijn niet te gebruiken: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HolderFiles files() {
        return new HolderFiles(folder.resolve(STORE), passphrase);
    }

    private void makeKeys(String name) throws IOException {
        if (!VerificationKey.isName(name)) {
            throw new EvidenceRejected("de naam van de getuige is leeg of bevat een spatie of plus");
        }
        FileAttribute<?> owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        try {
            Files.createDirectory(folder, owner);
        } catch (FileAlreadyExistsException e) {
            throw new EvidenceRejected("de map bestaat al; een getuige begint met een nieuwe");
        }
        List<VerificationKey> keys = drawn(name);
        String lines = keys.stream().map(key -> key.line() + "\n").collect(Collectors.joining());
        Files.writeString(folder.resolve(NAMES), lines, StandardOpenOption.CREATE_NEW);
        PrintWriter out = spec.commandLine().getOut();
        out.println("Geef een van deze publieke sleutels aan wie het beleid opstelt (Ed25519 of ML-DSA-44):");
        out.print(lines);
        out.println("Zet deze map nooit terug uit een reservekopie: maak dan een nieuwe getuige.");
        out.flush();
    }

    private List<VerificationKey> drawn(String name) throws IOException {
        try {
            return tool(CosignerKeys.class).draw(files(), name);
        } catch (KeysUnavailable e) {
            Files.delete(folder); // as it was
            throw e;
        }
    }

    private void witness(Path policy) throws IOException {
        List<VerificationKey> logs = WitnessPolicy.read(Files.readAllBytes(policy)).logs().stream()
                .map(WitnessPolicy.Log::key)
                .toList();
        if (logs.isEmpty()) {
            throw new EvidenceRejected("het beleid noemt geen logboek");
        }
        try (WitnessFolder memory = WitnessFolder.open(folder)) {
            Witness.Tools tools = new Witness.Tools(logs, cosigner(), memory, tool(Signatures.class));
            serve(new Witness(tools, Clock.systemUTC()));
        }
    }

    private Cosigner cosigner() throws IOException {
        List<VerificationKey> known = Files.readAllLines(folder.resolve(NAMES)).stream()
                .map(VerificationKey::read)
                .toList();
        if (known.isEmpty()) {
            throw new EvidenceRejected("het bestand " + NAMES + " noemt geen sleutel");
        }
        Cosigner cosigner = tool(CosignerKeys.class).open(files(), known.get(0).name());
        if (!cosigner.keys().equals(known)) {
            throw new EvidenceRejected("de sleutels zijn niet die van het bestand " + NAMES);
        }
        return cosigner;
    }

    private void serve(Witness witness) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        CountDownLatch ended = new CountDownLatch(1);
        try (WitnessServer server = WitnessServer.start(new InetSocketAddress(address, port), witness, out)) {
            Runtime.getRuntime().addShutdownHook(new Thread(ended::countDown));
            out.println("De getuige is klaar: http://" + address.getHostAddress() + ":"
                    + server.address().getPort());
            out.flush();
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T tool(Class<T> type) {
        return ServiceLoader.load(type)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type.getSimpleName() + " ontbreekt op het klassepad"));
    }
}
