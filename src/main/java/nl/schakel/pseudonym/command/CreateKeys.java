package nl.schakel.pseudonym.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.schakel.platform.secret.KeyEntries;
import nl.schakel.pseudonym.CeremonyFailed;
import nl.schakel.pseudonym.Holder;
import nl.schakel.pseudonym.KeyAct;
import nl.schakel.pseudonym.KeyId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code schakel keys create}: draws new keys into a new or an existing store. */
@Command(
        name = "create",
        aliases = "maak",
        mixinStandardHelpOptions = true,
        description = "Maakt nieuwe sleutels in een nieuwe of bestaande kluis.")
final class CreateKeys implements Runnable {
    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private Custodians custodians = new Custodians();

    @Parameters(paramLabel = "SLEUTEL", arity = "1..50", description = "Bijvoorbeeld link/2, subject/2028 of oprf.")
    private List<String> names = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        custodians.require();
        Holder holder = store.holder();
        List<KeyId> ids = KeyNames.of(holder, names);
        try (Workplace place = store.place(custodians.rehearsal(), List.of());
                KeyEntries keys = before(place, ids)) {
            custodians.requireServiceUnless(!Files.exists(place.files().store()));
            Workplace.drawn(keys, ids);
            Map<String, String> made = new TreeMap<>(keys.checkValues());
            made.keySet().retainAll(ids.stream().map(KeyId::value).toList());
            Optional<Path> old = KeyFiles.replace(
                    place.files(), keys, List.of(), () -> custodians.take(holder, KeyAct.CREATE, made));
            PrintWriter out = spec.commandLine().getOut();
            out.println(
                    custodians.rehearsal() ? "Oefening: gemaakt en weer weg." : "Gemaakt. Noteer de controlewaarden:");
            made.forEach((id, value) -> out.println("  " + id + "  " + value));
            old.ifPresent(file -> out.println("De vorige kluis staat nog in " + file
                    + ". Wis die met schakel keys destroy --wis als de nieuwe werkt."));
        }
    }

    private static KeyEntries before(Workplace place, List<KeyId> ids) {
        if (!Files.exists(place.files().store())) {
            return new KeyEntries();
        }
        KeyEntries keys = KeyFiles.read(place.files());
        for (KeyId id : ids) {
            if (id.canBeReplaced()) {
                keys.remove(id.value()); // refused by the service unless it leaked
            } else if (keys.checkValues().containsKey(id.value())) {
                keys.close();
                throw new CeremonyFailed("de sleutel " + id + " ligt al in de kluis");
            }
        }
        return keys;
    }
}
