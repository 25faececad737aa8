package nl.schakel.register;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** Port: sends a folder of register files to a service; found by {@link java.util.ServiceLoader}. */
public interface RegisterSender {
    /**
     * Sends {@code manifest.json} of the folder and the files that it names, in its order.
     *
     * @param service base address of the service
     * @param token API token of an operator
     * @return what the service answered
     * @throws IOException where a file is missing or the service cannot be reached
     */
    Answer send(Path folder, URI service, String token) throws IOException, InterruptedException;

    /**
     * An answer.
     *
     * @param accepted whether the files are loaded
     * @param body JSON
     */
    record Answer(boolean accepted, String body) {}
}
