package nl.schakel.pseudonym.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import nl.schakel.pseudonym.CeremonyDesk;
import nl.schakel.pseudonym.CeremonyFailed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code schakel keys register}: registers steps that were taken before there was a service, from their minutes. */
@Command(
        name = "register",
        aliases = "registreer",
        mixinStandardHelpOptions = true,
        description = "Legt in de dienst vast wat er in notulen staat van voor de dienst er was.")
final class RegisterMinutes implements Runnable {
    @Parameters(paramLabel = "NOTULEN", description = "Het bestand van --notulen.")
    private Path minutes = Path.of("");

    @Option(names = "--url", required = true, description = "Adres van de dienst.")
    private @Nullable URI url;

    @Option(
            names = "--token-bestand",
            required = true,
            description = "Bestand met het API-token van een bewaarder; twee keer.")
    private List<Path> tokenFiles = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        if (url == null || tokenFiles.size() != 2) {
            throw new CeremonyFailed("geef --url en twee keer --token-bestand");
        }
        CeremonyDesk.Table table =
                new CeremonyDesk.Table(url, KeyFiles.line(tokenFiles.get(0)), KeyFiles.line(tokenFiles.get(1)));
        Minutes read = new Minutes(minutes);
        List<Minutes.Line> lines = read.lines();
        List<String> before = read.registered();
        int registered = 0;
        for (int i = 0; i < lines.size(); i++) {
            Minutes.Line line = lines.get(i);
            if (!before.contains(line.text())) {
                take(table, line, i + 1);
                read.register(line);
                registered++;
            }
        }
        spec.commandLine()
                .getOut()
                .println("Vastgelegd: " + registered + " handelingen. Eerder al vastgelegd: "
                        + (lines.size() - registered) + ".");
    }

    private static void take(CeremonyDesk.Table table, Minutes.Line line, int number) {
        try {
            Custodians.desk().take(table, line.wish());
        } catch (CeremonyFailed e) {
            throw new CeremonyFailed("notulen, regel " + number + ": " + e.getMessage(), e);
        }
    }
}
