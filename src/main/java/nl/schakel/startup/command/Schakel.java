package nl.schakel.startup.command;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.FileSystemException;
import java.util.ServiceLoader;
import nl.schakel.platform.problem.Defects;
import nl.schakel.platform.work.CommandFailed;
import nl.schakel.platform.work.Subcommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line {@code schakel}. It knows no subcommand by name: each feature registers its own as a {@link Subcommand}
 * for the {@link ServiceLoader}. A subcommand that fails throws {@link CommandFailed}, whose message becomes one line, or
 * lets a file's error through, of which only the name is told; a bug is told by class and place. All give exit code 1,
 * wrong arguments 2.
 */
@Command(
        name = "schakel",
        mixinStandardHelpOptions = true,
        description = "Gereedschap bij Schakel. Zonder opdracht toont dit de lijst van opdrachten.")
public final class Schakel implements Runnable {
    /** Runs the subcommand that the arguments name and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line with every subcommand on the class path. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Schakel());
        ServiceLoader.load(Subcommand.class).forEach(line::addSubcommand);
        line.setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command));
        return line;
    }

    private static int report(Exception failure, CommandLine command) {
        command.getErr().println(command.getCommandName() + ": " + told(failure));
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    private static String told(Throwable failure) {
        if (failure instanceof CommandFailed || failure instanceof CommandLine.ExecutionException) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof UncheckedIOException && failure.getCause() != null) {
            return told(failure.getCause());
        }
        if (failure instanceof FileSystemException file) {
            return "het bestand " + file.getFile() + " kan niet worden gelezen of geschreven";
        }
        if (failure instanceof ConnectException) {
            return "de dienst is niet bereikbaar";
        }
        return "onverwachte fout" + Defects.describe(failure);
    }

    @Override
    public void run() {
        commandLine().usage(System.out);
    }
}
