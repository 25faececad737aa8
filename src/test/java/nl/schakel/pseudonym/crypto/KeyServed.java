package nl.schakel.pseudonym.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import nl.schakel.platform.secret.KeyConnection;
import nl.schakel.pseudonym.KeyProcess.Place;

/** What answers at a socket for one test, in a thread of this process; closing it looks like the end of the process. */
final class KeyServed implements AutoCloseable {
    private final KeySocket socket;

    KeyServed(Path path, KeyAnswers answers) throws IOException {
        this(path, answers, KeyConnection.PATIENCE);
    }

    KeyServed(Path path, KeyAnswers answers, Duration patience) throws IOException {
        socket = KeySocket.listen(new Place(path, Optional.empty()), patience);
        Thread serving = new Thread(() -> serve(answers), "served");
        serving.setDaemon(true);
        serving.start();
    }

    private void serve(KeyAnswers answers) {
        try {
            socket.serve(answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
