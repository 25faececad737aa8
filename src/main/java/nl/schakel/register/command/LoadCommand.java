package nl.schakel.register.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import nl.schakel.platform.work.Subcommand;
import nl.schakel.register.RegisterSender;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code schakel register-laden}: sends a folder of register files; exit code 0 only when all of it is loaded. */
@Command(
        name = "register-laden",
        mixinStandardHelpOptions = true,
        description = "Stuurt registerbestanden van DUO en CBS naar de dienst: alles of niets.")
public final class LoadCommand implements Subcommand {
    @Parameters(paramLabel = "MAP", description = "Map met manifest.json en de bestanden die het noemt.")
    private Path folder = Path.of("");

    @Option(names = "--url", required = true, description = "Adres van de dienst, bijvoorbeeld https://schakel.example")
    private URI url = URI.create("");

    @Option(names = "--token-bestand", required = true, description = "Bestand met het API-token van een beheerder.")
    private Path tokenFile = Path.of("");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        RegisterSender sender =
                ServiceLoader.load(RegisterSender.class).findFirst().orElseThrow();
        try {
            RegisterSender.Answer answer =
                    sender.send(folder, url, Files.readString(tokenFile).strip());
            spec.commandLine().getOut().println(answer.body());
            if (!answer.accepted()) {
                throw new CommandLine.ExecutionException(spec.commandLine(), "niet geladen");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandLine.ExecutionException(spec.commandLine(), "onderbroken");
        }
    }
}
