package nl.schakel.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import nl.schakel.platform.secret.KeyFrame.Kind;
import nl.schakel.platform.secret.KeyFrame.Malformed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One end of a connection against another end that this test writes byte by byte. */
class KeyConnectionTest {
    private static final Duration SHORT = Duration.ofMillis(40);
    private static final KeyFrame QUESTION = new KeyFrame(Kind.CHECK_VALUES, List.of());

    @TempDir
    private Path folder = Path.of("");

    private Path socket = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private ServerSocketChannel server;

    @BeforeEach
    void listen() throws IOException {
        socket = folder.resolve("a.sock");
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "'', nothing",
        "00, a quarter of a length",
        "00000004, a length only",
        "0000000402, a length and a version",
        "00000010024000010000, half an item"
    })
    void an_answer_that_is_not_whole_in_time_is_not_waited_for(String hex, String what) throws IOException {
        try (KeyConnection connection = KeyConnection.to(socket, SHORT);
                SocketChannel other = server.accept()) {
            other.write(ByteBuffer.wrap(HexFormat.of().parseHex(hex)));
            assertThatThrownBy(() -> connection.exchange(QUESTION))
                    .as(what)
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessageContaining("40 ms");
        }
    }

    @Test
    void a_question_that_nobody_takes_has_the_same_limit() throws IOException {
        KeyFrame large = new KeyFrame(Kind.TAG, List.of(new byte[KeyFrame.MOST_BYTES - 64]));
        try (KeyConnection connection = KeyConnection.to(socket, SHORT);
                SocketChannel other = server.accept()) {
            assertThatThrownBy(() -> connection.exchange(large)).isInstanceOf(SocketTimeoutException.class);
            assertThat(other.isOpen()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "00000004", "000000040240"})
    void an_answer_that_ends_before_its_end_is_told_as_such(String hex) throws IOException {
        try (KeyConnection connection = KeyConnection.to(socket)) {
            try (SocketChannel other = server.accept()) {
                other.write(ByteBuffer.wrap(HexFormat.of().parseHex(hex)));
                other.shutdownOutput();
                assertThatThrownBy(() -> connection.exchange(QUESTION)).isInstanceOf(EOFException.class);
            }
        }
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "00000003, shorter than any frame",
        "00100001, a byte longer than any frame",
        "7fffffff, without end",
        "ffffffff, a negative length",
        "0000000402630000, an unknown kind",
        "485454502f312e3120323030204f4b0d0a, another protocol"
    })
    void an_answer_that_is_no_frame_is_told_as_such_without_room_for_it(String hex, String what) throws IOException {
        try (KeyConnection connection = KeyConnection.to(socket);
                SocketChannel other = server.accept()) {
            other.write(ByteBuffer.wrap(HexFormat.of().parseHex(hex)));
            assertThatThrownBy(() -> connection.exchange(QUESTION)).as(what).isInstanceOf(Malformed.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "00000004", "0000000402", "0000000402010000000000"})
    void a_question_that_has_begun_must_be_whole_in_time(String hex) throws IOException {
        try (SocketChannel other = SocketChannel.open(UnixDomainSocketAddress.of(socket));
                KeyConnection connection = KeyConnection.accepted(server.accept(), SHORT)) {
            other.write(ByteBuffer.wrap(HexFormat.of().parseHex(hex)));
            if (hex.length() > 2 * (KeyFrame.LENGTH + KeyFrame.HEAD)) {
                assertThat(connection.question()).isPresent();
            }
            assertThatThrownBy(connection::question).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void a_question_that_does_not_begin_is_waited_for_until_this_end_closes() throws Exception {
        try (SocketChannel other = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            KeyConnection connection = KeyConnection.accepted(server.accept(), Duration.ZERO);
            CompletableFuture<Object> asked = new CompletableFuture<>();
            Thread waiting = new Thread(() -> {
                try {
                    asked.complete(connection.question());
                } catch (IOException e) {
                    asked.completeExceptionally(e);
                }
            });
            waiting.start();
            connection.close();
            assertThatThrownBy(asked::get)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(ClosedChannelException.class);
            waiting.join();
            assertThat(other.read(ByteBuffer.allocate(1))).isNegative();
        }
    }

    @Test
    void a_socket_at_which_nobody_accepts_any_more_is_not_waited_for() throws IOException {
        try (ServerSocketChannel narrow = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            Path place = folder.resolve("narrow.sock");
            narrow.bind(UnixDomainSocketAddress.of(place), 1);
            List<KeyConnection> held = new ArrayList<>();
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 10; i++) {
                            held.add(KeyConnection.to(place, SHORT));
                        }
                    })
                    .isInstanceOf(IOException.class);
            for (KeyConnection one : held) {
                one.close();
            }
        }
    }
}
