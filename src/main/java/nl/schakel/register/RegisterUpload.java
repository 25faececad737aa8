package nl.schakel.register;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A register delivery as it comes in: the manifest first, then each file in its order. Read once, from one thread. */
public interface RegisterUpload {
    /**
     * The next part, whose bytes end where the part ends; the part before it is skipped to its end. Empty after the last.
     *
     * @throws IOException where the stream breaks
     */
    Optional<UploadPart> next() throws IOException;

    /**
     * One part.
     *
     * @param name its name: {@code manifest}, or that of a file
     */
    record UploadPart(String name, InputStream bytes) {}
}
