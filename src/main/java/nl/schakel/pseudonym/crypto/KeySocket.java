package nl.schakel.pseudonym.crypto;

import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.schakel.platform.secret.KeyConnection;
import nl.schakel.platform.secret.KeyFrame;
import nl.schakel.platform.secret.KeyFrame.Kind;
import nl.schakel.platform.secret.KeyFrame.Malformed;
import nl.schakel.platform.secret.KeyFrame.OtherVersion;
import nl.schakel.pseudonym.KeyProcess.Place;

/**
 * The Unix socket at which questions arrive, each connection in a thread of its own: at most {@value #MOST_CONNECTIONS}. Where
 * there is no room for another one, the connection that has waited longest for a whole question makes room. Where every one
 * is being answered, the new one is closed: a program that does not take its answers can keep others out so for the time
 * of computing them and the patience of {@link KeyConnection#PATIENCE} after that, and again with new questions. Says
 * nothing of what is asked.
 */
final class KeySocket implements AutoCloseable {
    /** The most connections at the same time. */
    static final int MOST_CONNECTIONS = 64;

    private static final int MOST_PENDING = 1024;
    private static final Logger LOG = System.getLogger(KeySocket.class.getName());

    private final Path path;
    private final ServerSocketChannel server;
    private final Duration patience;
    private final Set<KeyConnection> open = ConcurrentHashMap.newKeySet();
    private final Queue<KeyConnection> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    private KeySocket(Path path, ServerSocketChannel server, Duration patience) {
        this.path = path;
        this.server = server;
        this.patience = patience;
    }

    /** Makes the socket. @throws nl.schakel.pseudonym.KeyProcess.NotServed where the place is not safe or taken */
    static KeySocket listen(Place place) throws IOException {
        return listen(place, KeyConnection.PATIENCE);
    }

    /** The same with another time in which a question that has begun must be whole, and an answer taken. */
    static KeySocket listen(Place place, Duration patience) throws IOException {
        SocketPlace guarded = new SocketPlace(place);
        guarded.prepare();
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(place.socket()), MOST_PENDING);
            guarded.protect();
            return new KeySocket(place.socket(), server, patience);
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    /** Answers until {@link #close}. */
    void serve(KeyAnswers answers) throws IOException {
        while (server.isOpen()) {
            try {
                KeyConnection connection = KeyConnection.accepted(server.accept(), patience);
                if (makeRoom()) {
                    open.add(connection);
                    waiting.add(connection);
                    Thread conversation = new Thread(() -> converse(connection, answers), "sleuteldienst");
                    conversation.setDaemon(true);
                    conversation.start();
                } else {
                    end(connection);
                }
            } catch (ClosedChannelException e) {
                return;
            }
        }
    }

    /** Whether there is room, if need be after ending the connection that has waited longest. */
    private boolean makeRoom() {
        if (open.size() < MOST_CONNECTIONS) {
            return true;
        }
        KeyConnection longest = waiting.poll();
        if (longest != null) {
            end(longest);
        }
        return longest != null;
    }

    private void converse(KeyConnection connection, KeyAnswers answers) {
        try {
            Optional<KeyFrame> question = connection.question();
            while (question.isPresent()) {
                waiting.remove(connection);
                connection.answer(answers.to(question.get()));
                waiting.add(connection);
                question = connection.question();
            }
        } catch (OtherVersion e) {
            LOG.log(Level.WARNING, "a connection is closed: {0}", e.getMessage());
            tellOtherVersion(connection);
        } catch (Malformed e) {
            LOG.log(Level.WARNING, "a connection is closed, because a frame was malformed: {0}", e.getMessage());
        } catch (ClosedChannelException | EOFException e) {
            LOG.log(Level.DEBUG, "a connection ended");
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "a connection is closed: {0}", e.getClass().getSimpleName());
        } finally {
            end(connection);
        }
    }

    private static void tellOtherVersion(KeyConnection connection) {
        try {
            connection.answer(new KeyFrame(Kind.OTHER_VERSION, List.of()));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a connection ended");
        }
    }

    private void end(KeyConnection connection) {
        open.remove(connection);
        waiting.remove(connection);
        try {
            connection.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a connection did not close: {0}", e.getMessage());
        }
    }

    /** Ends every connection and takes the socket away. Idempotent. */
    @Override
    public void close() throws IOException {
        if (closed.getAndSet(true)) {
            return;
        }
        server.close();
        open.forEach(this::end);
        Files.deleteIfExists(path);
    }
}
