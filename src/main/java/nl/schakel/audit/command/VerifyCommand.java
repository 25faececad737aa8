package nl.schakel.audit.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.ServiceLoader;
import nl.schakel.audit.BundleCheck;
import nl.schakel.audit.EvidenceRejected;
import nl.schakel.audit.LogVerdict;
import nl.schakel.platform.work.CommandFailed;
import nl.schakel.platform.work.Subcommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code schakel verify}: judges a bundle of the log without the service and without a network. Exit code 0 only where nothing is
 * wrong; then alone the state is replaced, in one step.
 */
@Command(
        name = "verify",
        aliases = "controleer",
        mixinStandardHelpOptions = true,
        description = "Controleert een bundel van het logboek, zonder de dienst en zonder netwerk.")
public final class VerifyCommand implements Subcommand {
    private static final long LONGEST = 1L << 26;

    @Parameters(paramLabel = "BUNDEL", description = "Het bestand dat de dienst van het logboek maakte.")
    private Path bundle = Path.of("");

    @Option(
            names = {"--policy", "--beleid"},
            required = true,
            description = "Het beleid: van welke sleutels het logboek en de getuigen zijn.")
    private Path policy = Path.of("");

    @Option(
            names = {"--state", "--stand"},
            required = true,
            description =
                    "Waar dit programma bijhoudt wat het heeft gecontroleerd. De eerste keer is het bestand er niet.")
    private Path state = Path.of("");

    @Option(
            names = {"--signer", "--ondertekenaar"},
            description =
                    "Bestand met de sleutel van de ondertekenaar van pakketten; nodig als er vrijgaven in de bundel staan.")
    private @Nullable Path signer;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        BundleCheck check = ServiceLoader.load(BundleCheck.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("BundleCheck ontbreekt op het klassepad"));
        try {
            LogVerdict verdict = check.check(order());
            spec.commandLine().getOut().print(VerdictPage.of(verdict));
            spec.commandLine().getOut().flush();
            if (!verdict.whole()) {
                throw new NotWhole();
            }
            keep(verdict.next().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BundleCheck.Order order() throws IOException {
        Optional<String> signerKey = signer == null ? Optional.empty() : Optional.of(text(signer));
        Optional<String> before = Files.exists(state) ? Optional.of(text(state)) : Optional.empty();
        return new BundleCheck.Order(bundle, text(policy), signerKey, before);
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            throw new EvidenceRejected("het bestand " + file + " is te groot");
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new EvidenceRejected("het bestand " + file + " is geen tekst in UTF-8");
        }
    }

    /** A crash leaves the old state or the new one, never part of one. */
    private void keep(String next) throws IOException {
        Path target = state.toAbsolutePath();
        Path folder = Optional.ofNullable(target.getParent()).orElse(target);
        Path written = Files.createTempFile(folder, "stand", ".nieuw");
        try {
            Files.writeString(written, next);
            sync(written, StandardOpenOption.WRITE);
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(folder, StandardOpenOption.READ);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static void sync(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    /** What the page before it has said at length. */
    private static final class NotWhole extends CommandFailed {
        private static final long serialVersionUID = 1L;

        NotWhole() {
            super("het logboek is niet heel; de stand is niet bijgewerkt");
        }
    }
}
