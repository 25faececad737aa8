package nl.schakel.pseudonym.crypto;

import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.schakel.platform.secret.KeyFrame;
import nl.schakel.platform.secret.KeyFrame.Kind;
import nl.schakel.platform.secret.KeyFrame.Malformed;
import nl.schakel.platform.secret.KeyFrame.OtherVersion;
import nl.schakel.pseudonym.KeyProcess.Place;

/** The Unix socket at which questions arrive, each connection in a thread of its own. Says nothing of what is asked. */
final class KeySocket implements AutoCloseable {
    private static final Logger LOG = System.getLogger(KeySocket.class.getName());
    private static final int MOST_CONNECTIONS = 64;

    private final Path path;
    private final ServerSocketChannel server;
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

    private KeySocket(Path path, ServerSocketChannel server) {
        this.path = path;
        this.server = server;
    }

    /** Makes the socket. @throws nl.schakel.pseudonym.KeyProcess.NotServed where the place is not safe or taken */
    static KeySocket listen(Place place) throws IOException {
        SocketPlace guarded = new SocketPlace(place);
        guarded.prepare();
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(place.socket()));
            guarded.protect();
            return new KeySocket(place.socket(), server);
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    /** Answers until {@link #close}. */
    void serve(KeyAnswers answers) throws IOException {
        while (server.isOpen()) {
            try {
                SocketChannel connection = server.accept();
                open.add(connection);
                if (open.size() > MOST_CONNECTIONS) {
                    end(connection);
                } else {
                    Thread conversation = new Thread(() -> converse(connection, answers), "sleuteldienst");
                    conversation.setDaemon(true);
                    conversation.start();
                }
            } catch (ClosedChannelException e) {
                return;
            }
        }
    }

    private void converse(SocketChannel connection, KeyAnswers answers) {
        try {
            ByteBuffer head = ByteBuffer.allocate(KeyFrame.LENGTH);
            while (connection.read(head.clear()) > 0) {
                fill(connection, head);
                ByteBuffer question = ByteBuffer.allocate(KeyFrame.length(head.flip()));
                fill(connection, question);
                send(connection, answers.to(decoded(connection, question.flip())));
            }
        } catch (OtherVersion e) {
            LOG.log(Level.WARNING, "a connection is closed: {0}", e.getMessage());
        } catch (Malformed e) {
            LOG.log(Level.WARNING, "a connection is closed, because a frame was malformed: {0}", e.getMessage());
        } catch (AsynchronousCloseException | EOFException e) {
            LOG.log(Level.DEBUG, "a connection ended");
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "a connection is closed: {0}", e.getClass().getSimpleName());
        } finally {
            end(connection);
        }
    }

    /** The question; who asks in another version is told of it before this throws. */
    private static KeyFrame decoded(SocketChannel connection, ByteBuffer question) throws IOException {
        try {
            return KeyFrame.decode(question);
        } catch (OtherVersion e) {
            send(connection, new KeyFrame(Kind.OTHER_VERSION, List.of()));
            throw e;
        }
    }

    private static void send(SocketChannel connection, KeyFrame frame) throws IOException {
        ByteBuffer bytes = frame.encoded();
        while (bytes.hasRemaining()) {
            connection.write(bytes);
        }
    }

    private static void fill(SocketChannel connection, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (connection.read(buffer) < 0) {
                throw new EOFException();
            }
        }
    }

    private void end(SocketChannel connection) {
        open.remove(connection);
        try {
            connection.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a connection did not close: {0}", e.getMessage());
        }
    }

    /** Ends every connection and takes the socket away. Idempotent. */
    @Override
    public void close() throws IOException {
        if (!server.isOpen()) {
            return;
        }
        server.close();
        open.forEach(this::end);
        Files.deleteIfExists(path);
    }
}
