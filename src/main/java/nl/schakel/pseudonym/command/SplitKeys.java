package nl.schakel.pseudonym.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.schakel.platform.secret.KeyEntries;
import nl.schakel.pseudonym.CeremonyFailed;
import nl.schakel.pseudonym.KeyAct;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code schakel keys split}: writes a reserve copy of a store and splits the key that opens it. */
@Command(
        name = "split",
        aliases = "splits",
        mixinStandardHelpOptions = true,
        description = "Maakt een reservekopie van de kluis en verdeelt de sleutel daarvan over delen.")
final class SplitKeys implements Runnable {
    private static final List<String> THROW_AWAY = List.of("deel-1", "deel-2", "deel-3");

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private Custodians custodians = new Custodians();

    @Option(names = "--reserve", description = "Het nieuwe bestand voor de reservekopie.")
    private @Nullable Path reserve;

    @Option(names = "--deel", description = "Het nieuwe bestand voor een deel; voor elk deel een keer, samen 2 tot 5.")
    private List<Path> shares = List.of();

    @Option(names = "--nodig", defaultValue = "2", description = "Hoeveel delen samen genoeg zijn (gewoonlijk 2).")
    private int needed = 2;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        custodians.require();
        boolean rehearsal = custodians.rehearsal();
        if (!rehearsal && reserve == null) {
            throw new CeremonyFailed("geef --reserve en voor elk deel --deel");
        }
        try (Workplace place = store.place(rehearsal, Workplace.usual(store.holder()));
                KeyEntries keys = KeyFiles.read(place.files())) {
            Path copy = reserve == null || rehearsal ? place.beside("reserve") : reserve;
            List<Path> files =
                    rehearsal ? THROW_AWAY.stream().map(place::beside).toList() : new ArrayList<>(shares);
            custodians.requireServiceUnlessMade(store.holder(), keys.checkValues());
            new Reserve(store.holder()).split(keys, copy, files, needed);
            agree(keys, copy, files);
            told(copy, files);
        }
    }

    /** The copy and the shares stay only where both custodians took the step. */
    private void agree(KeyEntries keys, Path copy, List<Path> files) {
        try {
            custodians.take(store.holder(), KeyAct.SPLIT, keys.checkValues());
        } catch (RuntimeException e) {
            List<Path> written = new ArrayList<>(files);
            written.add(copy);
            KeyFiles.wipe(written, e);
            throw e;
        }
    }

    private void told(Path copy, List<Path> files) {
        PrintWriter out = spec.commandLine().getOut();
        if (custodians.rehearsal()) {
            out.println("Oefening: verdeeld, elke keuze van delen gaf de kopie terug, en alles is weer weg.");
            return;
        }
        out.println("Reservekopie " + KeyFiles.set(copy) + " staat in " + copy + ".");
        files.forEach(file -> out.println("  deel in " + file));
        out.println("Er zijn " + needed + " van de " + files.size() + " delen nodig. Elke keuze is geprobeerd.");
        out.println("Druk elk deel af voor een andere bewaarder, en wis daarna het bestand.");
    }
}
