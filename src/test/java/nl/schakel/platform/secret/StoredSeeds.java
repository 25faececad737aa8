package nl.schakel.platform.secret;

import java.util.List;

/** What no caller of the product gets: the seeds of signing keys, for tests that search for them. */
public final class StoredSeeds {
    private StoredSeeds() {}

    /** The seeds of a store, in the order of their ids. */
    public static List<byte[]> of(HolderFiles files) {
        return BcfksFile.read(files).seeds().values().stream()
                .map(SecretBytes::copy)
                .toList();
    }
}
