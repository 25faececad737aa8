package nl.schakel.register;

import java.io.IOException;
import java.io.InputStream;

/** Port: reads a manifest. Thread-safe. */
public interface ManifestReader {
    /**
     * Reads it to its end; its order and dates are not judged.
     *
     * @throws RegisterRefused.ManifestWrong where it is not one, with all faults
     */
    RegisterManifest read(InputStream bytes) throws IOException;
}
