package nl.schakel.platform.secret;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * One end of a connection between the service and a process that holds keys. A frame that has begun, either way, has a time
 * limit. Not thread-safe, but for {@link #close}, which ends what another thread waits for.
 */
public final class KeyConnection implements Closeable {
    /** How long a frame may take. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final Duration patience;

    private KeyConnection(SocketChannel channel, Duration patience) throws IOException {
        this.channel = channel;
        this.patience = patience;
        selector = Selector.open();
        key = channel.register(selector, 0);
    }

    static KeyConnection to(Path socket) throws IOException {
        return to(socket, PATIENCE);
    }

    static KeyConnection to(Path socket, Duration patience) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.configureBlocking(false);
            if (!channel.connect(UnixDomainSocketAddress.of(socket))) {
                throw new IOException("too busy to be connected to");
            }
            return new KeyConnection(channel, patience);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** The end that answers, over a channel that is connected; where this throws the channel is closed. */
    public static KeyConnection accepted(SocketChannel channel, Duration patience) throws IOException {
        try {
            channel.configureBlocking(false);
            return new KeyConnection(channel, patience);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** The answer to a question. @throws SocketTimeoutException where it did not come in time */
    KeyFrame exchange(KeyFrame question) throws IOException {
        long deadline = deadline();
        send(question, deadline);
        int length = KeyFrame.length(filled(ByteBuffer.allocate(KeyFrame.LENGTH), deadline));
        return KeyFrame.decode(filled(ByteBuffer.allocate(length), deadline));
    }

    /**
     * The next question, or none where the other end closed. Waits for its first byte without limit.
     *
     * @throws SocketTimeoutException where the rest did not come in time
     * @throws KeyFrame.Malformed where it is no frame
     */
    public Optional<KeyFrame> question() throws IOException {
        ByteBuffer head = ByteBuffer.allocate(KeyFrame.LENGTH);
        int count = channel.read(head);
        while (count == 0) {
            await(SelectionKey.OP_READ, 0);
            count = channel.read(head);
        }
        if (count < 0) {
            return Optional.empty();
        }
        long deadline = deadline();
        int length = KeyFrame.length(filled(head, deadline));
        return Optional.of(KeyFrame.decode(filled(ByteBuffer.allocate(length), deadline)));
    }

    /** Answers. @throws SocketTimeoutException where the other end does not take it in time */
    public void answer(KeyFrame answer) throws IOException {
        send(answer, deadline());
    }

    private long deadline() {
        return System.nanoTime() + patience.toNanos();
    }

    private void send(KeyFrame frame, long deadline) throws IOException {
        ByteBuffer bytes = frame.encoded();
        while (bytes.hasRemaining()) {
            if (channel.write(bytes) == 0) {
                await(SelectionKey.OP_WRITE, millisUntil(deadline));
            }
        }
    }

    private ByteBuffer filled(ByteBuffer bytes, long deadline) throws IOException {
        while (bytes.hasRemaining()) {
            int count = channel.read(bytes);
            if (count < 0) {
                throw new EOFException("closed before the end of a frame");
            }
            if (count == 0) {
                await(SelectionKey.OP_READ, millisUntil(deadline));
            }
        }
        return bytes.flip();
    }

    private long millisUntil(long deadline) throws SocketTimeoutException {
        long millis = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        if (millis <= 0) {
            throw new SocketTimeoutException("no whole frame within " + patience.toMillis() + " ms");
        }
        return millis;
    }

    /** Waits so many milliseconds, or without limit for 0. */
    private void await(int operation, long millis) throws IOException {
        try {
            key.interestOps(operation);
            selector.select(millis);
            selector.selectedKeys().clear();
        } catch (CancelledKeyException | ClosedSelectorException e) {
            throw closedMeanwhile(e);
        }
    }

    private static IOException closedMeanwhile(RuntimeException cause) {
        IOException closed = new AsynchronousCloseException();
        closed.initCause(cause);
        return closed;
    }

    @Override
    public void close() throws IOException {
        selector.close();
        channel.close();
    }
}
