package journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.schakel.testserver.Accounts;
import nl.schakel.testserver.RunningService;

/** Two custodians of holder A and two of holder B with the packaged tools, and stores that are theirs to change. */
record Ceremony(Path home) {
    private static final List<String> ON_STORES = List.of("create", "destroy", "verify");

    /** Copies the example stores to this folder, and writes the custodians' tokens beside them. */
    static Ceremony in(Path home) throws IOException {
        for (String holder : List.of("a", "b")) {
            for (String part : List.of(".bcfks", ".wachtzin")) {
                Files.copy(Path.of("keys-example/" + holder + part), home.resolve(holder + part));
            }
            for (int custodian = 1; custodian <= 2; custodian++) {
                String user = "sleutel-" + holder + "-" + custodian;
                Files.writeString(home.resolve(user), Accounts.of(user).token() + "\n");
            }
        }
        return new Ceremony(home);
    }

    /** With which a service uses these stores. */
    Map<String, String> properties() {
        return Map.of(
                "schakel.sleutels.a.bestand", store("a").toString(),
                "schakel.sleutels.b.bestand", store("b").toString());
    }

    Path store(String holder) {
        return home.resolve(holder + ".bcfks");
    }

    /** The store as it was before the last step that changed it. */
    Path before(String holder) {
        return home.resolve(holder + ".bcfks.oud");
    }

    /** A step that both custodians of the holder take: {@code schakel keys}. */
    CommandLine step(RunningService service, String holder, String act, String... more) {
        List<String> arguments = new ArrayList<>(List.of("keys", act, "--houder", holder));
        if (ON_STORES.contains(act)) {
            arguments.addAll(List.of("--kluis", store(holder).toString()));
            arguments.addAll(List.of(
                    "--wachtzin-bestand", home.resolve(holder + ".wachtzin").toString()));
        }
        arguments.addAll(List.of("--url", service.uri().toString()));
        for (int custodian = 1; custodian <= 2; custodian++) {
            Path token = home.resolve("sleutel-" + holder + "-" + custodian);
            arguments.addAll(List.of("--token-bestand", token.toString()));
        }
        arguments.addAll(List.of(more));
        return CommandLine.schakel(arguments.toArray(String[]::new));
    }
}
