package nl.schakel.release;

import java.io.IOException;
import java.io.OutputStream;

/** Port: writes the files of a package as one stream, in constant memory. Source: {@code docs/how-to/fetch.md}. */
public interface PackageWriter {
    /** Writes the package to {@code out}, which it does not close. */
    void write(PackageContents contents, OutputStream out) throws IOException;
}
