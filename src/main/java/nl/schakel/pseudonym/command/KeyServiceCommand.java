package nl.schakel.pseudonym.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import nl.schakel.platform.secret.ExampleKeys;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.work.Subcommand;
import nl.schakel.pseudonym.KeyProcess;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code schakel key-service}: holder A's keys in a process of their own, for the service that is configured with the socket
 * as {@code schakel.sleutels.a.dienst}. Runs until SIGTERM.
 */
@Command(
        name = "key-service",
        mixinStandardHelpOptions = true,
        description = "Houdt de sleutels van houder A in een eigen proces en rekent ermee voor de dienst.")
public final class KeyServiceCommand implements Subcommand {
    /** Where the keys lie: one of both. */
    private static final class Keys {
        @Option(names = "--sleutels", required = true, description = "De kluis (BCFKS) van houder A.")
        private @Nullable Path store;

        @Option(
                names = "--pkcs11",
                required = true,
                description = "In plaats daarvan: de configuratie van het hardwaretoken van houder A.")
        private @Nullable Path token;
    }

    @ArgGroup(multiplicity = "1")
    private Keys keys = new Keys();

    @Option(
            names = "--wachtzin-bestand",
            required = true,
            description = "Bestand met de wachtzin, of bij een token de pincode.")
    private Path passphrase = Path.of("");

    @Option(
            names = "--socket",
            required = true,
            description = "De Unix-socket die wordt gemaakt; de map is alleen voor deze gebruiker.")
    private Path socket = Path.of("");

    @Option(names = "--groep", description = "De groep van het systeem waarvan de leden ook mogen verbinden.")
    private @Nullable String group;

    @Option(names = "--ontwikkeling", description = "Sta de voorbeeldsleutels toe; alleen voor ontwikkeling.")
    private boolean development;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        KeyProcess process = ServiceLoader.load(KeyProcess.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("KeyProcess ontbreekt op het klassepad"));
        KeyProcess.Place place = new KeyProcess.Place(socket.toAbsolutePath(), Optional.ofNullable(group));
        process.serve(files(), ExampleKeys.inDevelopment(development), place, this::ready);
    }

    private HolderFiles files() {
        Path token = keys.token;
        if (token != null) {
            return HolderFiles.inToken(token, passphrase);
        }
        Path store = keys.store;
        return new HolderFiles(store == null ? Path.of("") : store, passphrase);
    }

    private void ready() {
        spec.commandLine().getOut().println("De sleuteldienst is klaar: " + socket.toAbsolutePath());
        spec.commandLine().getOut().flush();
    }
}
