package nl.schakel.platform.secret;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;

/** One connection to a process that holds keys. Every question has a time limit. Not thread-safe. */
final class KeyConnection implements Closeable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

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

    /** The answer to a question. @throws SocketTimeoutException where it did not come in time */
    KeyFrame exchange(KeyFrame question) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        ByteBuffer asked = question.encoded();
        while (asked.hasRemaining()) {
            if (channel.write(asked) == 0) {
                await(SelectionKey.OP_WRITE, deadline);
            }
        }
        int length = KeyFrame.length(read(KeyFrame.LENGTH, deadline));
        return KeyFrame.decode(read(length, deadline));
    }

    private ByteBuffer read(int length, long deadline) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            int count = channel.read(bytes);
            if (count < 0) {
                throw new EOFException("closed before the answer");
            }
            if (count == 0) {
                await(SelectionKey.OP_READ, deadline);
            }
        }
        return bytes.flip();
    }

    private void await(int operation, long deadline) throws IOException {
        long millis = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        if (millis <= 0) {
            throw new SocketTimeoutException("no answer within " + patience.toSeconds() + " s");
        }
        key.interestOps(operation);
        selector.select(millis);
        selector.selectedKeys().clear();
    }

    @Override
    public void close() throws IOException {
        selector.close();
        channel.close();
    }
}
