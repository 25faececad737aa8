package nl.schakel.release.format;

/** Names within a package that both writer and reader know. */
final class PackageNames {
    static final String DATA = "gegevens.csv";
    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "manifest.sig";
    /** The column of the research pseudonym. */
    static final String PSEUDONYM = "rp";

    private PackageNames() {}
}
