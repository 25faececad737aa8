package nl.schakel.release;

/** The texts that are signed: over the manifest inside the package, and over the encrypted package as a whole. */
public final class PackageNotes {
    private PackageNotes() {}

    /** What is signed inside the package. */
    public static String manifest(ReleaseId release, Sha256 manifest) {
        return "schakel/vrijgave/manifest/v1\n" + release + "\nsha256 " + manifest + "\n";
    }

    /** What is signed over the encrypted file, because age does not say who encrypted it. */
    public static String sealed(ReleaseId release, Sha256 file, long size) {
        return "schakel/vrijgave/pakket/v1\n" + release + "\nsha256 " + file + "\nbytes " + size + "\n";
    }
}
