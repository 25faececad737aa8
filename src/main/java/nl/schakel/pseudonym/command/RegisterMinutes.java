package nl.schakel.pseudonym.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.schakel.pseudonym.CeremonyDesk;
import nl.schakel.pseudonym.CeremonyFailed;
import nl.schakel.pseudonym.KeyWish;
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
    private static final Pattern LINE =
            Pattern.compile("\\S+ (oefening )?([a-z-]+) (?:a|b|log)((?: [a-z]+(?:/[0-9]+)?=[0-9a-f]*)*) door .+ en .+");

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
        List<KeyWish> wishes = wishes();
        for (int i = 0; i < wishes.size(); i++) {
            try {
                Custodians.desk().take(table, wishes.get(i));
            } catch (CeremonyFailed e) {
                throw new CeremonyFailed("notulen, regel " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        spec.commandLine().getOut().println("Vastgelegd: " + wishes.size() + " handelingen.");
    }

    private List<KeyWish> wishes() {
        List<String> lines = KeyFiles.text(minutes).lines().toList();
        List<KeyWish> wishes = new ArrayList<>();
        for (String line : lines) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw new CeremonyFailed("notulen, regel " + (wishes.size() + 1) + ": de regel heeft een andere vorm");
            }
            Map<String, String> keys = new TreeMap<>();
            for (String key : parts.group(3).strip().split(" ", -1)) {
                int equals = key.indexOf('=');
                if (equals > 0) {
                    keys.put(key.substring(0, equals), key.substring(equals + 1));
                }
            }
            wishes.add(new KeyWish(parts.group(2), keys, parts.group(1) != null));
        }
        return wishes;
    }
}
