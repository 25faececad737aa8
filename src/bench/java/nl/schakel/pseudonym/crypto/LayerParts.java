package nl.schakel.pseudonym.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import nl.schakel.platform.secret.ExampleKeys;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.secret.HolderStore;
import nl.schakel.platform.secret.KeyEntries;
import nl.schakel.pseudonym.HeldStores;
import nl.schakel.pseudonym.Holder;
import nl.schakel.pseudonym.NextLayers;

/** Keys drawn for one run, in stores at the cost that they have in use. */
public final class LayerParts {
    private LayerParts() {}

    /** Layers of the generations 1 to so many, from a store of holder B written into the folder. */
    public static NextLayers drawn(Path folder, int generations) {
        KeyEntries keys = new KeyEntries();
        for (int generation = 1; generation <= generations; generation++) {
            keys.withSecret("link/" + generation, new SecureRandom());
        }
        HolderFiles files = written(folder, "b", keys);
        return generation -> {
            try (HolderStore store = HolderStore.open(files, ExampleKeys.REFUSED)) {
                return StoredLayers.of(store, generation);
            }
        };
    }

    /** Holder A's store with the first keys, written into the folder, and opened whenever it is asked. */
    public static HeldStores holderA(Path folder) {
        SecureRandom random = new SecureRandom();
        return new StoreOfA(
                written(folder, "a", new KeyEntries().withCurve("oprf", random).withSecret("token", random)));
    }

    private static HolderFiles written(Path folder, String holder, KeyEntries keys) {
        HolderFiles files = new HolderFiles(folder.resolve(holder + ".bcfks"), folder.resolve(holder + ".wachtzin"));
        try {
            Files.writeString(files.passphrase(), "a pass-phrase for one run only\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        keys.writeTo(files);
        return files;
    }

    private record StoreOfA(HolderFiles files) implements HeldStores {
        @Override
        public Map<String, String> checkValues(Holder holder) {
            if (holder != Holder.A) {
                throw new IllegalArgumentException("only holder A is here");
            }
            try (HolderStore store = HolderStore.open(files, ExampleKeys.REFUSED)) {
                return store.checkValues();
            }
        }

        @Override
        public boolean available(Holder holder) {
            return holder == Holder.A;
        }

        @Override
        public void renew(Holder holder) {
            // nothing is remembered
        }

        @Override
        public void reopen(Holder holder) {
            // nothing is remembered
        }
    }
}
