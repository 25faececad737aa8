package nl.schakel.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import nl.schakel.platform.secret.KeyFrame.Kind;
import nl.schakel.platform.secret.KeyFrame.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFrameTest {
    @Test
    void a_frame_has_the_published_bytes() {
        KeyFrame frame = new KeyFrame(Kind.TAG, List.of(new byte[] {7, 8}, new byte[0]));
        assertThat(HexFormat.of().formatHex(frame.encoded().array()))
                .isEqualTo("0000000e02030002000000020708" + "00000000");
    }

    @Test
    void a_frame_is_read_as_it_was_written() throws Malformed {
        for (Kind kind : Kind.values()) {
            KeyFrame frame = new KeyFrame(kind, List.of(new byte[] {1}, new byte[33], new byte[0]));
            ByteBuffer bytes = frame.encoded();
            assertThat(KeyFrame.length(bytes)).isEqualTo(bytes.remaining());
            KeyFrame read = KeyFrame.decode(bytes);
            assertThat(read.kind()).isEqualTo(kind);
            assertThat(read.items()).hasSize(3);
            assertThat(read.items().get(1)).isEqualTo(new byte[33]);
        }
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "'', nothing",
        "02, only a version",
        "020100, half a count",
        "02000000, no kind 0",
        "02040000, no kind 4",
        "02ff0000, no kind 255",
        "02010001, an item is missing",
        "0201000100, half a length",
        "02030001000000, still half a length",
        "020300010000000207, an item is too short",
        "02030001000000010708, more than its items",
        "0201000000, a byte too many",
        "02030001ffffffff, a negative length",
        "020300017fffffff, an item that would fill the memory",
        "02031001, too many items",
        "0203ffff, as many items as the count can tell"
    })
    void what_is_no_frame_is_refused(String hex, String why) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThatThrownBy(() -> KeyFrame.decode(ByteBuffer.wrap(bytes)))
                .as(why)
                .isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00010000", "01010000", "03010000", "ff420000"})
    void a_frame_of_another_version_is_told_as_such_whatever_it_holds(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThatThrownBy(() -> KeyFrame.decode(ByteBuffer.wrap(bytes)))
                .isInstanceOf(KeyFrame.OtherVersion.class)
                .hasMessageContaining("version " + Byte.toUnsignedInt(bytes[0]));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 3, (1 << 20) + 1, Integer.MAX_VALUE})
    void a_length_that_no_frame_has_is_refused(int length) {
        assertThatThrownBy(() ->
                        KeyFrame.length(ByteBuffer.allocate(4).putInt(length).flip()))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void a_frame_past_a_limit_is_not_written() throws Malformed {
        List<byte[]> many = Collections.nCopies(KeyFrame.MOST_ITEMS, new byte[0]);
        ByteBuffer bytes = new KeyFrame(Kind.TAG, many).encoded();
        KeyFrame.length(bytes);
        assertThat(KeyFrame.decode(bytes).items()).hasSize(KeyFrame.MOST_ITEMS);
        List<byte[]> tooMany = Collections.nCopies(KeyFrame.MOST_ITEMS + 1, new byte[0]);
        assertThatThrownBy(() -> new KeyFrame(Kind.TAG, tooMany).encoded())
                .isInstanceOf(IllegalArgumentException.class);
        List<byte[]> tooLarge = List.of(new byte[KeyFrame.MOST_BYTES]);
        assertThatThrownBy(() -> new KeyFrame(Kind.TAG, tooLarge).encoded())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_frame_does_not_print_its_items() {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) 'x');
        assertThat(new KeyFrame(Kind.TAG, List.of(secret))).hasToString("KeyFrame[TAG, 1 items]");
    }
}
