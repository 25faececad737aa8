package nl.schakel.demo.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import nl.schakel.demo.PlayPlan;
import nl.schakel.demo.PlayStopped;
import nl.schakel.demo.Player;
import nl.schakel.demo.TerminalProgress;
import nl.schakel.platform.work.Subcommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code schakel demo-spelen}: plays all users of a world against a running service. */
@Command(name = "demo-spelen", description = "Speelt alle gebruikers van een wereld na, via de openbare API.")
public final class PlayCommand implements Subcommand {
    @Option(names = "--url", defaultValue = "http://localhost:8080", description = "Adres van de dienst.")
    private URI url = URI.create("http://localhost:8080");

    @Option(names = "--wereld", required = true, paramLabel = "MAP", description = "Map van demo-wereld.")
    private Path world = Path.of("");

    @Option(
            names = "--uitvoer",
            defaultValue = "demo-uitvoer",
            paramLabel = "MAP",
            description = "Map voor het pakket.")
    private Path output = Path.of("");

    @Option(
            names = "--schakel",
            defaultValue = "deploy/schakel",
            split = " ",
            splitSynopsisLabel = " ",
            description = "Opdrachtregel van schakel, voor sleutelpaar en haal.")
    private List<String> tool = List.of();

    @Override
    public void run() {
        PlayPlan plan = new PlayPlan(url, world, output, tool);
        Player player = ServiceLoader.load(Player.class).findFirst().orElseThrow();
        try {
            player.play(plan, new TerminalProgress(System.out, terminal())).print(System.out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlayStopped("onderbroken");
        }
    }

    @SuppressWarnings("SystemConsoleNull") // built and run on JDK 17, where no terminal is null
    private static boolean terminal() {
        return System.console() != null;
    }
}
