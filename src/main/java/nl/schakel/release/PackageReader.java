package nl.schakel.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Port of the tools, found by the service loader: unpacks a package and checks it against its manifest. */
public interface PackageReader {
    /**
     * Unpacks into an existing empty folder and checks every file against the manifest, whose signature is checked with
     * {@code check}. Reads {@code zip} to its end. Writes nowhere but directly into the folder.
     *
     * @param check gives the signed text of a note or throws
     * @throws PackageRejected where anything does not agree; the folder must then be thrown away
     */
    PackageFacts unpack(InputStream zip, Path folder, SignedText check) throws IOException;

    /** Gives the signed text of a note. @throws PackageRejected where the signature is wrong */
    @FunctionalInterface
    interface SignedText {
        /** The text. */
        String of(String note);
    }
}
