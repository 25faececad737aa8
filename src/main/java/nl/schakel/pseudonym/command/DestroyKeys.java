package nl.schakel.pseudonym.command;

import java.io.PrintWriter;
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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code schakel keys destroy}: removes keys from a store, with the copies that are named. */
@Command(
        name = "destroy",
        aliases = "vernietig",
        mixinStandardHelpOptions = true,
        description = "Haalt sleutels uit de kluis en wist de oude kluis en reservekopieën.")
final class DestroyKeys implements Runnable {
    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private Custodians custodians = new Custodians();

    @Option(names = "--wis", description = "Een oude kluis of reservekopie die ook gewist wordt; zo vaak als nodig.")
    private List<Path> copies = List.of();

    @Parameters(paramLabel = "SLEUTEL", arity = "1..50", description = "De sleutels die weg moeten.")
    private List<String> names = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        custodians.require();
        Holder holder = store.holder();
        List<KeyId> ids = KeyNames.of(holder, names);
        try (Workplace place = store.place(custodians.rehearsal(), ids);
                KeyEntries keys = KeyFiles.read(place.files())) {
            Map<String, String> gone = new TreeMap<>();
            for (KeyId id : ids) {
                if (!keys.checkValues().containsKey(id.value())) {
                    throw new CeremonyFailed("de sleutel " + id + " ligt niet in de kluis");
                }
                gone.put(id.value(), "");
            }
            ids.forEach(id -> keys.remove(id.value()));
            Optional<Path> old =
                    KeyFiles.replace(place.files(), keys, () -> custodians.take(holder, KeyAct.DESTROY, gone));
            old.ifPresent(KeyFiles::wipe);
            if (!custodians.rehearsal()) {
                copies.forEach(KeyFiles::wipe);
            }
            told(gone);
        }
    }

    private void told(Map<String, String> gone) {
        PrintWriter out = spec.commandLine().getOut();
        out.println((custodians.rehearsal() ? "Oefening: uit" : "Uit") + " de kluis gehaald en overschreven: "
                + String.join(", ", gone.keySet()));
        out.println(
                "Dit kan het programma niet beloven: een schijf (zeker een SSD) en een back-up kunnen oude blokken");
        out.println(
                "bewaren, en delen op papier bestaan nog. Vernietig ook die, en schrijf op wanneer back-ups verlopen.");
    }
}
