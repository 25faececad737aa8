package nl.schakel.release;

import java.io.InputStream;
import java.io.OutputStream;

/** Port: encrypted packages in store, in chunks, so that no package is ever whole in memory. */
public interface Packages {
    /**
     * A stream that stores what is written to it, in the caller's transaction. Closing it stores the rest. Nothing but
     * ciphertext may be written.
     */
    OutputStream writing(ReleaseId id);

    /** The stored package from its beginning. Each chunk is read when it is reached, so no transaction is needed. */
    InputStream reading(ReleaseId id);
}
