package nl.schakel.pseudonym.crypto;

import java.nio.file.Path;
import nl.schakel.platform.secret.ExampleKeys;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.secret.HolderStore;
import nl.schakel.pseudonym.Pseudonymizer;

/** The pseudonymizer under the example keys, for benchmarks outside the container. */
public final class PseudonymizerParts {
    private PseudonymizerParts() {}

    /** Direct mode, under the example keys in the folder. */
    public static Pseudonymizer direct(Path keys) {
        try (HolderStore a = open(keys, "a");
                HolderStore b = open(keys, "b")) {
            return new DirectPseudonymizer(HolderA.of(a), new HolderB(b, 1).layers());
        }
    }

    private static HolderStore open(Path keys, String holder) {
        HolderFiles files = new HolderFiles(keys.resolve(holder + ".bcfks"), keys.resolve(holder + ".wachtzin"));
        return HolderStore.open(files, ExampleKeys.ALLOWED);
    }
}
