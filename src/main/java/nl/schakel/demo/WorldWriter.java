package nl.schakel.demo;

import java.io.IOException;
import java.nio.file.Path;

/** Port: writes a world as the files of its users. Found by {@link java.util.ServiceLoader}. */
public interface WorldWriter {
    /**
     * Starts a world in a folder, which is made where absent.
     *
     * @throws IOException where the folder is not empty or cannot be written
     */
    Session open(Path folder, WorldPlan plan) throws IOException;

    /** One world being written. Not thread-safe. */
    interface Session extends AutoCloseable {
        /** Writes the files of a school and its children's rows in the registers; keeps nothing of it. */
        void write(School school) throws IOException;

        /** Writes what is known only at the end: manifest, accounts, index. */
        WorldCounts finish() throws IOException;

        @Override
        void close() throws IOException;
    }
}
