package nl.schakel.pseudonym.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.schakel.platform.secret.HolderFiles;
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
        description = "Haalt sleutels uit de kluis en wist kopieën; zonder sleutels alleen kopieën.")
final class DestroyKeys implements Runnable {
    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private Custodians custodians = new Custodians();

    @Option(names = "--wis", description = "Een oude kluis of reservekopie die ook gewist wordt; zo vaak als nodig.")
    private List<Path> copies = List.of();

    @Parameters(paramLabel = "SLEUTEL", arity = "0..50", description = "De sleutels die weg moeten.")
    private List<String> names = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        custodians.requireService();
        Holder holder = store.holder();
        List<KeyId> ids = KeyNames.of(holder, names);
        if (ids.isEmpty() && copies.isEmpty()) {
            throw new CeremonyFailed("noem de sleutels die weg moeten, of met --wis een oude kluis of reservekopie");
        }
        try (Workplace place = store.place(custodians.rehearsal(), ids.isEmpty() ? Workplace.usual(holder) : ids);
                KeyEntries keys = KeyFiles.read(place.files())) {
            List<Path> going = custodians.rehearsal() ? List.of() : going(place.files());
            if (ids.isEmpty()) {
                wipe(keys, going);
            } else {
                remove(place, keys, ids, going);
            }
        }
    }

    /** Only copies go: the service compares its store with this one first, so that a store that works is left. */
    private void wipe(KeyEntries keys, List<Path> going) {
        custodians.take(store.holder(), KeyAct.VERIFY, keys.checkValues());
        going.forEach(KeyFiles::wipe);
        told("Gecontroleerd, en overschreven: "
                + String.join(", ", going.stream().map(Path::toString).toList()));
    }

    private void remove(Workplace place, KeyEntries keys, List<KeyId> ids, List<Path> going) {
        Map<String, String> gone = new TreeMap<>();
        for (KeyId id : ids) {
            if (!keys.checkValues().containsKey(id.value())) {
                throw new CeremonyFailed("de sleutel " + id + " ligt niet in de kluis");
            }
            gone.put(id.value(), "");
        }
        ids.forEach(id -> keys.remove(id.value()));
        Optional<Path> old = KeyFiles.replace(
                place.files(), keys, going, () -> custodians.take(store.holder(), KeyAct.DESTROY, gone));
        old.ifPresent(KeyFiles::wipe);
        told("Uit de kluis gehaald en overschreven: " + String.join(", ", gone.keySet()));
    }

    /** The copies, each of which is there and is none of the files in use. */
    private List<Path> going(HolderFiles used) {
        for (Path copy : copies) {
            if (!Files.isRegularFile(copy, LinkOption.NOFOLLOW_LINKS)) {
                throw new CeremonyFailed("het bestand " + copy + " van --wis is er niet");
            }
            if (KeyFiles.same(copy, used.store()) || KeyFiles.same(copy, used.passphrase())) {
                throw new CeremonyFailed("het bestand " + copy + " van --wis is in gebruik");
            }
        }
        return copies;
    }

    private void told(String done) {
        PrintWriter out = spec.commandLine().getOut();
        out.println((custodians.rehearsal() ? "Oefening. " : "") + done);
        out.println(
                "Dit kan het programma niet beloven: een schijf (zeker een SSD) en een back-up kunnen oude blokken");
        out.println(
                "bewaren, en delen op papier bestaan nog. Vernietig ook die, en schrijf op wanneer back-ups verlopen.");
    }
}
