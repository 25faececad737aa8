package nl.schakel.pseudonym.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import nl.schakel.platform.secret.ExampleKeys;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.secret.HolderStore;
import nl.schakel.platform.secret.KeyEntries;
import nl.schakel.pseudonym.NextLayers;

/** Layers under keys drawn for one run. */
public final class LayerParts {
    private LayerParts() {}

    /** Layers of the generations 1 to so many, from a store written into the folder. */
    public static NextLayers drawn(Path folder, int generations) {
        HolderFiles files = new HolderFiles(folder.resolve("b.bcfks"), folder.resolve("b.wachtzin"));
        try {
            Files.writeString(files.passphrase(), "a pass-phrase for one run only\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        KeyEntries keys = new KeyEntries();
        for (int generation = 1; generation <= generations; generation++) {
            keys.withSecret("link/" + generation, new SecureRandom());
        }
        keys.writeTo(files);
        return generation -> {
            try (HolderStore store = HolderStore.open(files, ExampleKeys.REFUSED)) {
                return StoredLayers.of(store, generation);
            }
        };
    }
}
