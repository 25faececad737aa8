package nl.schakel.pseudonym.command;

import nl.schakel.platform.work.Subcommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code schakel keys}: the life of keys, for two custodians at one table. Keys are never printed. */
@Command(
        name = "keys",
        aliases = "sleutels",
        mixinStandardHelpOptions = true,
        subcommands = {
            CreateKeys.class,
            SplitKeys.class,
            RecoverKeys.class,
            VerifyKeys.class,
            ToldStep.Activate.class,
            ToldStep.Rotate.class,
            ToldStep.Open.class,
            ToldStep.Close.class,
            ToldStep.Suspend.class,
            ToldStep.Resume.class,
            ToldStep.Deactivate.class,
            ToldStep.Compromise.class,
            DestroyKeys.class,
            RegisterMinutes.class,
            RehearseKeys.class
        },
        description =
                "Zorgt voor sleutels. Elke handeling doen twee bewaarders samen; zij staat daarna in het logboek.")
public final class KeysCommand implements Subcommand {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
