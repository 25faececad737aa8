package nl.schakel.pseudonym.command;

import java.nio.file.Path;
import java.util.Collection;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.pseudonym.CeremonyFailed;
import nl.schakel.pseudonym.Holder;
import nl.schakel.pseudonym.KeyId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The store that a step works on. */
final class StoreOptions {
    @Option(names = "--houder", required = true, description = "De sleutelhouder: a, b of log.")
    private String holder = "";

    @Option(names = "--kluis", description = "De kluis van de houder (BCFKS).")
    private @Nullable Path store;

    @Option(names = "--wachtzin-bestand", description = "Bestand met de wachtzin van de kluis, minstens 20 tekens.")
    private @Nullable Path passphrase;

    Holder holder() {
        return Holder.parse(holder).orElseThrow(() -> new CeremonyFailed("de houder is a, b of log"));
    }

    /** The place of the step's files; in a rehearsal a folder with these throw-away keys in its store. */
    Workplace place(boolean rehearsal, Collection<KeyId> throwAway) {
        if (rehearsal) {
            return Workplace.throwAway(throwAway);
        }
        if (store == null || passphrase == null) {
            throw new CeremonyFailed("geef --kluis en --wachtzin-bestand");
        }
        return Workplace.of(new HolderFiles(store, passphrase));
    }
}
