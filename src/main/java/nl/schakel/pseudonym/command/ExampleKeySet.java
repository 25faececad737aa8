package nl.schakel.pseudonym.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.schakel.platform.secret.ExampleKeys;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.secret.HolderStore;
import nl.schakel.platform.secret.KeyEntries;
import nl.schakel.platform.work.Subcommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code schakel sleutels-voorbeeld DIR}: draws a complete set of keys for the three holders with their pass-phrases next
 * to them, and the list of check values by which the program refuses this set outside the development profile. For
 * development only: real keys are made by each holder apart.
 */
@Command(
        name = "sleutels-voorbeeld",
        description = "Maakt een voorbeeldset sleutels voor ontwikkeling: drie sleutelhouders, drie wachtzinnen.")
public final class ExampleKeySet implements Subcommand {
    private static final int FIRST_EPOCH = 2026;
    private static final int LAST_EPOCH = 2027;

    @Parameters(paramLabel = "DIR", description = "De map; er mogen nog geen sleutels in staan.")
    private Path folder = Path.of(".");

    @Override
    public void run() {
        SecureRandom random = new SecureRandom();
        KeyEntries log = new KeyEntries().withSigning("checkpoint", random).withSigning("manifest", random);
        for (int epoch = FIRST_EPOCH; epoch <= LAST_EPOCH; epoch++) {
            log.withSecret("subject/" + epoch, random).withSecret("staff/" + epoch, random);
        }
        KeyEntries a = new KeyEntries().withCurve("oprf", random).withSecret("token", random);
        KeyEntries b = new KeyEntries().withSecret("link/1", random).withSecret("research/1", random);
        write(Map.of("a", a, "b", b, "log", log), random);
    }

    private void write(Map<String, KeyEntries> holders, SecureRandom random) {
        List<String> fingerprints = new ArrayList<>();
        fingerprints.add("# Check values of the example keys; refused outside the development profile.");
        try {
            Files.createDirectories(folder);
            for (String holder : holders.keySet().stream().sorted().toList()) {
                HolderFiles files =
                        new HolderFiles(folder.resolve(holder + ".bcfks"), folder.resolve(holder + ".wachtzin"));
                ExampleKeys.write(holders.getOrDefault(holder, new KeyEntries()), files, random);
                fingerprints.addAll(checkValues(holder, files));
            }
            Files.write(folder.resolve("FINGERPRINTS"), fingerprints);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> checkValues(String holder, HolderFiles files) {
        try (HolderStore store = HolderStore.open(files, ExampleKeys.ALLOWED)) {
            return store.checkValues().entrySet().stream()
                    .map(check -> holder + " " + check.getKey() + " " + check.getValue())
                    .toList();
        }
    }
}
