package nl.schakel.platform.secret;

/** What no caller of the product gets: stores that open without work, for tests that open many. */
public final class CheapStores {
    private CheapStores() {}

    /** Writes a new store. */
    public static void write(KeyEntries keys, HolderFiles files) {
        BcfksFile.write(keys, files, BcfksFile.NO_COST);
    }
}
