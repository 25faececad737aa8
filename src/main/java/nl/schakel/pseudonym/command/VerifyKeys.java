package nl.schakel.pseudonym.command;

import nl.schakel.platform.secret.KeyEntries;
import nl.schakel.pseudonym.KeyAct;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code schakel keys verify}: the check values of a store, compared with those of the service's store. */
@Command(
        name = "verify",
        aliases = "controleer",
        mixinStandardHelpOptions = true,
        description = "Toont de controlewaarden van een kluis en vergelijkt ze met die van de dienst.")
final class VerifyKeys implements Runnable {
    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private Custodians custodians = new Custodians();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        custodians.requireService();
        try (Workplace place = store.place(custodians.rehearsal(), Workplace.usual(store.holder()));
                KeyEntries keys = KeyFiles.read(place.files())) {
            keys.checkValues()
                    .forEach((id, value) -> spec.commandLine().getOut().println("  " + id + "  " + value));
            custodians.take(store.holder(), KeyAct.VERIFY, keys.checkValues());
            spec.commandLine().getOut().println("Vastgelegd.");
        }
    }
}
