package nl.schakel.pseudonym.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
import picocli.CommandLine.Spec;

/** {@code schakel keys rehearse}: the whole life of throw-away keys, recorded as a rehearsal. */
@Command(
        name = "rehearse",
        aliases = "oefen",
        mixinStandardHelpOptions = true,
        description = "Oefent alles met wegwerpsleutels: maken, verdelen, herstellen, controleren en vernietigen.")
final class RehearseKeys implements Runnable {
    @Mixin
    private Custodians custodians = new Custodians();

    @Option(names = "--houder", required = true, description = "De sleutelhouder: a, b of log.")
    private String name = "";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        custodians.requireService();
        if (!custodians.rehearsal()) {
            throw new CeremonyFailed("geef ook --oefening, zodat het zo wordt vastgelegd");
        }
        Holder holder = Holder.parse(name).orElseThrow(() -> new CeremonyFailed("de houder is a, b of log"));
        List<KeyId> ids = Workplace.usual(holder);
        try (Workplace place = Workplace.throwAway(ids);
                KeyEntries keys = KeyFiles.read(place.files())) {
            Map<String, String> checkValues = keys.checkValues();
            step(holder, KeyAct.CREATE, checkValues);
            List<Path> shares = List.of(place.beside("deel-1"), place.beside("deel-2"), place.beside("deel-3"));
            Path copy = place.beside("reserve");
            new Reserve(holder).split(keys, copy, shares, 2);
            step(holder, KeyAct.SPLIT, checkValues);
            try (KeyEntries again = new Reserve(holder).recover(copy, shares.subList(1, 3))) {
                step(holder, KeyAct.RECOVER, again.checkValues());
            }
            step(holder, KeyAct.VERIFY, checkValues);
            Map<String, String> gone = new TreeMap<>();
            ids.forEach(id -> gone.put(id.value(), ""));
            step(holder, KeyAct.DESTROY, gone);
        }
        spec.commandLine().getOut().println("De oefening is klaar. De wegwerpsleutels zijn weg.");
    }

    private void step(Holder holder, KeyAct act, Map<String, String> keys) {
        custodians.take(holder, act, keys);
        spec.commandLine().getOut().println("  " + act.code() + ": gelukt");
    }
}
