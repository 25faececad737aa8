package nl.schakel.startup.command;

import java.util.ServiceLoader;
import nl.schakel.platform.work.Subcommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line {@code schakel}. It knows no subcommand by name: each feature registers its own as a {@link Subcommand}
 * for the {@link ServiceLoader}. A subcommand that fails throws; its message becomes one line and the exit code 1, wrong
 * arguments give 2.
 */
@Command(
        name = "schakel",
        mixinStandardHelpOptions = true,
        description = "Gereedschap bij Schakel. Zonder opdracht toont dit de lijst van opdrachten.")
public final class Schakel implements Runnable {
    private static final String FULL_FAULTS = "schakel.fouten.volledig";

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
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        command.getErr().println(command.getCommandName() + ": " + message);
        if (Boolean.getBoolean(FULL_FAULTS)) {
            failure.printStackTrace(command.getErr());
        }
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    @Override
    public void run() {
        commandLine().usage(System.out);
    }
}
