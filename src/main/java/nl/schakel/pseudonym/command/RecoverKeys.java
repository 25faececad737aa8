package nl.schakel.pseudonym.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.secret.KeyEntries;
import nl.schakel.pseudonym.CeremonyFailed;
import nl.schakel.pseudonym.KeyAct;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code schakel keys recover}: makes a store again from a reserve copy and shares. */
@Command(
        name = "recover",
        aliases = "herstel",
        mixinStandardHelpOptions = true,
        description = "Maakt de kluis opnieuw, uit de reservekopie en genoeg delen.")
final class RecoverKeys implements Runnable {
    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private Custodians custodians = new Custodians();

    @Option(names = "--reserve", description = "De reservekopie.")
    private @Nullable Path reserve;

    @Option(names = "--deel", description = "Een deel; voor elk deel een keer.")
    private List<Path> shares = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        custodians.requireService();
        Reserve copy = new Reserve(store.holder());
        boolean rehearsal = custodians.rehearsal();
        try (Workplace place = store.place(rehearsal, Workplace.usual(store.holder()))) {
            Path file = reserve;
            List<Path> given = shares;
            HolderFiles target = place.files();
            if (rehearsal) {
                file = place.beside("reserve");
                given = List.of(place.beside("deel-1"), place.beside("deel-2"), place.beside("deel-3"));
                try (KeyEntries keys = KeyFiles.read(target)) {
                    copy.split(keys, file, given, 2);
                }
                given = given.subList(0, 2);
                KeyFiles.wipe(target.store());
            }
            if (file == null || given.isEmpty()) {
                throw new CeremonyFailed("geef --reserve en voor elk deel --deel");
            }
            recover(copy, file, given, target);
        }
    }

    private void recover(Reserve copy, Path file, List<Path> given, HolderFiles target) {
        if (Files.exists(target.store())) {
            throw new CeremonyFailed("de kluis " + target.store() + " bestaat al: geef een nieuw bestand");
        }
        try (KeyEntries keys = copy.recover(file, given)) {
            KeyFiles.replace(
                    target, keys, List.of(), () -> custodians.take(store.holder(), KeyAct.RECOVER, keys.checkValues()));
            spec.commandLine()
                    .getOut()
                    .println(
                            custodians.rehearsal()
                                    ? "Oefening: hersteld uit twee van de drie delen, en alles is weer weg."
                                    : "Hersteld in " + target.store() + ". Controleer nu met schakel keys verify.");
            keys.checkValues()
                    .forEach((id, value) -> spec.commandLine().getOut().println("  " + id + "  " + value));
        }
    }
}
