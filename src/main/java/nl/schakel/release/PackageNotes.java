package nl.schakel.release;

import java.util.List;
import nl.schakel.extract.ExtractColumn;

/**
 * The texts that are signed: over the manifest inside the package, over the encrypted package as a whole, and over the list of its
 * variables, which the log hands over.
 */
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

    /** What is signed for whoever verifies the log: every column of the package with its dataset and the ground for it. */
    public static String variables(ReleaseId release, Sha256 file, List<ExtractColumn> columns) {
        StringBuilder text = new StringBuilder("schakel/vrijgave/kenmerken/v1\n" + release + "\nsha256 " + file + "\n");
        for (ExtractColumn column : columns) {
            text.append("kenmerk ").append(column.name()).append(' ');
            text.append(column.variable().dataset().name()).append(' ');
            text.append(column.variable().basis().dutch()).append('\n');
        }
        return text.toString();
    }
}
