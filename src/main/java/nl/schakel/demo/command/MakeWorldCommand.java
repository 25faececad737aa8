package nl.schakel.demo.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ServiceLoader;
import nl.schakel.demo.MakeWorld;
import nl.schakel.demo.TerminalProgress;
import nl.schakel.demo.WorldPlan;
import nl.schakel.demo.WorldWriter;
import nl.schakel.platform.work.Subcommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code schakel demo-wereld}: writes a made-up world into an empty folder. */
@Command(
        name = "demo-wereld",
        description = "Schrijft een verzonnen wereld: scholen, leerlingen, registers en accounts.")
public final class MakeWorldCommand implements Subcommand {
    @Parameters(index = "0", paramLabel = "MAP", description = "Lege of nieuwe map.")
    private Path folder = Path.of("");

    @Option(names = "--scholen", defaultValue = "30", description = "Aantal scholen (standaard ${DEFAULT-VALUE}).")
    private int schools;

    @Option(names = "--zaad", defaultValue = "1", description = "Zelfde zaad, zelfde wereld (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--eerste-jaar", defaultValue = "2019", description = "Begin van het eerste schooljaar.")
    private int firstYear;

    @Option(names = "--jaren", defaultValue = "3", description = "Aantal schooljaren (standaard ${DEFAULT-VALUE}).")
    private int years;

    @SuppressWarnings("SystemConsoleNull") // built and run on JDK 17, where no terminal is null
    private static boolean terminal() {
        return System.console() != null;
    }

    @Override
    public void run() {
        WorldPlan plan = new WorldPlan(seed, schools, firstYear, years);
        WorldWriter writer = ServiceLoader.load(WorldWriter.class).findFirst().orElseThrow();
        try {
            new MakeWorld(writer, new TerminalProgress(System.out, terminal())).into(folder, plan);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
