package nl.schakel.pseudonym.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.schakel.platform.secret.ExampleKeys;
import nl.schakel.platform.secret.HolderProcess;
import nl.schakel.platform.secret.KeyFrame;
import nl.schakel.platform.secret.KeyFrame.Kind;
import nl.schakel.pseudonym.KeyProcess.NotServed;
import nl.schakel.pseudonym.KeyProcess.Place;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where holder A's socket lies, and what it does with those who send no question, half a one or none. */
class KeySocketTest {
    private static final KeyAnswers ANSWERS = new KeyAnswers(
            Map.of("token", "00", "oprf", "00"),
            Map.of("oprf", new Oprf(points -> List.of())),
            Map.of("token", Vectors.key("00")));

    @TempDir
    private Path folder = Path.of("");

    private Path socket = Path.of("");

    @BeforeEach
    void choose_a_place() {
        socket = folder.resolve("own").resolve("a.sock");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "00000000, a length of nothing",
        "7fffffff, a length without end",
        "0000000402050000, an unknown kind",
        "0000000402400000, an answer instead of a question",
        "00000009020100010000000107, check values of something",
        "0000000402020000, points of no key",
        "0000000c02020001000000046f707267, points of a key that is not there",
        "0000000d0202000100000005746f6b656e, points of a key of messages",
        "0000000c02030001000000046f707266, messages of a key of points",
        "0000000e02030001000000066f7072662f32, messages of a version that is not there",
        "0000001002020002000000046f70726600000000, an empty point",
        "0000001102020002000000046f7072660000000100, the point at infinity",
        "474554202f20485454502f312e310d0a0d0a, another protocol"
    })
    void a_connection_that_sends_what_is_no_question_is_closed_and_others_go_on(String hex, String why)
            throws IOException {
        try (KeyServed served = new KeyServed(socket, ANSWERS)) {
            HolderProcess process = HolderProcess.open(socket, ExampleKeys.ALLOWED);
            assertThat(closedAfter(HexFormat.of().parseHex(hex))).as(why).isTrue();
            assertThat(new ProcessKeys(process, "token").tag(new byte[] {1})).hasSize(32);
            assertThat(served).isNotNull();
        }
    }

    @Test
    void a_question_of_another_version_is_answered_as_such_and_its_connection_ends() throws IOException {
        try (KeyServed served = new KeyServed(socket, ANSWERS);
                SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap(HexFormat.of().parseHex("0000000401010000")));
            ByteBuffer answer = ByteBuffer.allocate(9);
            int count = 0;
            while (count >= 0) {
                count = channel.read(answer);
            }
            assertThat(HexFormat.of().formatHex(answer.array(), 0, answer.position()))
                    .isEqualTo("0000000402420000");
            assertThat(served).isNotNull();
        }
    }

    @Test
    void a_point_off_the_curve_is_no_question() throws IOException {
        byte[] off = CurvePoint.GENERATOR.uncompressed();
        off[64] ^= 1;
        byte[] frame = new KeyFrame(KeyFrame.Kind.MULTIPLY, List.of("oprf".getBytes(StandardCharsets.UTF_8), off))
                .encoded()
                .array();
        try (KeyServed served = new KeyServed(socket, ANSWERS)) {
            assertThat(closedAfter(frame)).isTrue();
            assertThat(served).isNotNull();
        }
        assertThat(CurvePoint.decodeUncompressed(off)).isEmpty();
        assertThat(CurvePoint.decodeUncompressed(CurvePoint.GENERATOR.uncompressed()))
                .hasValueSatisfying(point ->
                        assertThat(point.isSameAs(CurvePoint.GENERATOR)).isTrue());
    }

    @Test
    void the_socket_and_its_folder_are_for_this_user_only() throws IOException {
        try (KeyServed served = new KeyServed(socket, ANSWERS)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent())))
                    .isEqualTo("rwx------");
            assertNotServed(Optional.empty(), "al een sleuteldienst");
            assertThat(served).isNotNull();
        }
        assertThat(socket).doesNotExist();
        for (String loose : List.of("rwxr-x---", "rwx---r--", "rwxrwx---")) {
            Files.setPosixFilePermissions(socket.getParent(), PosixFilePermissions.fromString(loose));
            assertNotServed(Optional.empty(), "voor anderen gesloten");
        }
    }

    @Test
    void a_socket_of_a_process_that_is_gone_is_replaced_and_another_file_is_not() throws IOException {
        Files.createDirectory(
                socket.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (ServerSocketChannel gone = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            gone.bind(UnixDomainSocketAddress.of(socket));
        }
        assertThat(socket).exists();
        new KeyServed(socket, ANSWERS).close();
        Files.writeString(socket, "something else");
        assertNotServed(Optional.empty(), "iets anders dan een socket");
        assertThat(socket).hasContent("something else");
    }

    private void assertNotServed(Optional<String> group, String why) {
        assertThatThrownBy(() -> KeySocket.listen(new Place(socket, group)))
                .isInstanceOf(NotServed.class)
                .hasMessageContaining(why);
    }

    private boolean closedAfter(byte[] bytes) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap(bytes));
            return ended(channel);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "00000004", "0000001002020002000000046f7072"})
    void connections_that_hang_keep_nobody_out(String begun) throws IOException {
        List<SocketChannel> hanging = new ArrayList<>();
        try (KeyServed served = new KeyServed(socket, ANSWERS)) {
            HolderProcess process = HolderProcess.open(socket, ExampleKeys.ALLOWED);
            byte[] before = new ProcessKeys(process, "token").tag(new byte[] {1});
            for (int i = 0; i < 2 * KeySocket.MOST_CONNECTIONS; i++) {
                SocketChannel one = SocketChannel.open(UnixDomainSocketAddress.of(socket));
                one.write(ByteBuffer.wrap(HexFormat.of().parseHex(begun)));
                hanging.add(one);
                if (i % 16 == 0) {
                    assertThat(new ProcessKeys(process, "token").tag(new byte[] {1}))
                            .isEqualTo(before);
                }
            }
            HolderProcess later = HolderProcess.open(socket, ExampleKeys.ALLOWED);
            assertThat(new ProcessKeys(later, "token").tag(new byte[] {1})).isEqualTo(before);
            assertThat(ended(hanging.get(0))).isTrue();
            assertThat(served).isNotNull();
        } finally {
            for (SocketChannel one : hanging) {
                one.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "00000004", "0000001002020002000000046f7072"})
    void a_question_that_has_begun_and_does_not_end_costs_its_connection(String begun) throws IOException {
        try (KeyServed served = new KeyServed(socket, ANSWERS, Duration.ofMillis(40))) {
            assertThat(closedAfter(HexFormat.of().parseHex(begun))).isTrue();
            assertThat(served).isNotNull();
        }
    }

    @Test
    void who_asks_and_does_not_take_the_answers_loses_the_connection() throws IOException {
        ByteBuffer question = new KeyFrame(Kind.TAG, messages()).encoded();
        try (KeyServed served = new KeyServed(socket, ANSWERS, Duration.ofMillis(40));
                SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 1000; i++) {
                            channel.write(question.rewind());
                        }
                    })
                    .isInstanceOf(IOException.class);
            assertThat(HolderProcess.open(socket, ExampleKeys.ALLOWED).checkValues())
                    .hasSize(2);
            assertThat(served).isNotNull();
        }
    }

    private static List<byte[]> messages() {
        List<byte[]> messages = new ArrayList<>();
        messages.add("token".getBytes(StandardCharsets.UTF_8));
        while (messages.size() < KeyFrame.MOST_ITEMS) {
            messages.add(new byte[] {1});
        }
        return messages;
    }

    @Test
    void members_of_a_group_reach_the_socket_and_others_do_not() throws IOException {
        String group = ownGroup();
        KeySocket.listen(new Place(socket, Optional.of(group))).close();
        try (KeySocket again = KeySocket.listen(new Place(socket, Optional.of(group)))) {
            assertOf(group, "rw-rw----", socket);
            assertOf(group, "rwxr-x---", folder.resolve("own"));
            assertThat(again).isNotNull();
        }
        assertThat(socket).doesNotExist();
        assertNotServed(Optional.empty(), "voor anderen gesloten");
        for (String loose : List.of("rwxrwx---", "rwxr-x--x", "rwxr-xr--")) {
            Files.setPosixFilePermissions(socket.getParent(), PosixFilePermissions.fromString(loose));
            assertNotServed(Optional.of(group), "voor anderen gesloten");
        }
    }

    @Test
    void a_group_that_does_not_exist_is_named_and_leaves_nothing() {
        assertNotServed(Optional.of("geen-groep"), "de groep geen-groep bestaat niet");
        assertThat(socket.getParent()).doesNotExist();
    }

    @Test
    void an_existing_folder_that_the_group_cannot_enter_is_refused_with_what_to_change() throws IOException {
        String group = ownGroup();
        KeySocket.listen(new Place(socket, Optional.empty())).close();
        assertNotServed(
                Optional.of(group),
                "de leden van de groep " + group + " kunnen niet in de map " + socket.getParent()
                        + ": geef haar die groep en de rechten rwxr-x---");
        Files.setPosixFilePermissions(socket.getParent(), PosixFilePermissions.fromString("rwxr-x---"));
        KeySocket.listen(new Place(socket, Optional.of(group))).close();
    }

    private String ownGroup() throws IOException {
        return Files.readAttributes(folder, PosixFileAttributes.class).group().getName();
    }

    private static void assertOf(String group, String permissions, Path path) throws IOException {
        PosixFileAttributes found = Files.readAttributes(path, PosixFileAttributes.class);
        assertThat(found.group().getName()).isEqualTo(group);
        assertThat(PosixFilePermissions.toString(found.permissions())).isEqualTo(permissions);
    }

    private static boolean ended(SocketChannel channel) throws IOException {
        try {
            return channel.read(ByteBuffer.allocate(1)) < 0;
        } catch (SocketException e) {
            // closed before all of it was read
            return true;
        }
    }
}
