package nl.schakel.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NoteTest {
    // the example of C2SP signed-note
    private static final VerificationKey PUBLISHED =
            VerificationKey.read("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    private static final String LINE =
            "\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZ"
                    + "XsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
    private static final String TEXT = "This is an example message.\n";
    private static final String NOTE = TEXT + "\n" + LINE;
    private static final Signatures CHECK =
            ServiceLoader.load(Signatures.class).findFirst().orElseThrow();

    @Test
    void the_published_note_is_read_verified_and_written_as_it_was() {
        Note note = Note.read(NOTE);
        assertThat(note.text()).isEqualTo(TEXT);
        assertThat(note.signatures()).singleElement().satisfies(line -> {
            assertThat(line.name()).isEqualTo("example.com/foo");
            assertThat(line.id()).isEqualTo("530d903a");
        });
        assertThat(note.signedBy(PUBLISHED, CHECK)).isTrue();
        assertThat(note.value()).isEqualTo(NOTE);
        assertThat(Note.read(NOTE.getBytes(StandardCharsets.UTF_8))).isEqualTo(note);
    }

    @Test
    void a_text_may_hold_empty_lines_and_letters_of_any_script() {
        String text = "regel\n\nédé\u4e2d\n\n";
        ASigner signer = ASigner.log("schakel.example/log", 1);
        Note note = new Note(text, List.of(signer.sign(text, 0)));
        assertThat(Note.read(note.value())).isEqualTo(note);
        assertThat(Note.read(note.value()).signedBy(signer.key(), CHECK)).isTrue();
    }

    @Test
    void lines_of_unknown_keys_are_passed_over_even_with_the_name_or_the_number_of_a_known_one() {
        ASigner sameName = ASigner.log(PUBLISHED.name(), 1);
        Note note = Note.read(NOTE).with(List.of(sameName.sign("another text\n", 0)));
        assertThat(note.signatures()).hasSize(2);
        assertThat(note.signedBy(PUBLISHED, CHECK)).isTrue();
        assertThat(note.signedBy(ASigner.log("anders.example", 1).key(), CHECK)).isFalse();
    }

    @Test
    void a_line_is_added_once() {
        Note note = Note.read(NOTE);
        assertThat(note.with(note.signatures())).isEqualTo(note);
    }

    @Test
    void sixteen_signatures_are_read_and_a_wrong_one_of_a_known_key_spoils_the_note() {
        List<NoteSignature> lines = IntStream.range(0, 16)
                .mapToObj(n -> ASigner.log("schakel.example/" + n, n + 1).sign(TEXT, 0))
                .toList();
        Note note = Note.read(new Note(TEXT, lines).value());
        assertThat(note.signatures()).hasSize(16);
        ASigner known = ASigner.log("schakel.example/3", 4);
        Note spoilt = note.with(List.of(known.sign("another text\n", 0)));
        assertThat(note.signedBy(known.key(), CHECK)).isTrue();
        assertThatThrownBy(() -> spoilt.signedBy(known.key(), CHECK)).isInstanceOf(EvidenceRejected.class);
    }

    @Test
    void a_witness_signs_the_text_with_the_moment() {
        ASigner witness = ASigner.witness("getuige.example/w1", 2);
        Note note = Note.read(NOTE).with(List.of(witness.sign(TEXT, 1_679_315_147L)));
        assertThat(note.signature(witness.key(), CHECK)).contains(new CheckedSignature(witness.key(), 1_679_315_147L));
        assertThat(CheckedSignature.message(TEXT, witness.key(), 1_679_315_147L))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("cosignature/v1\ntime 1679315147\n" + TEXT);
    }

    @Test
    void a_moment_after_the_largest_or_another_than_the_signed_one_is_refused() {
        ASigner witness = ASigner.witness("getuige.example/w1", 2);
        Note endless = Note.read(NOTE).with(List.of(witness.sign(TEXT, -1)));
        assertThatThrownBy(() -> endless.signedBy(witness.key(), CHECK)).isInstanceOf(EvidenceRejected.class);
        byte[] later = witness.sign(TEXT, 5).signature();
        later[7] = 6;
        Note moved = Note.read(NOTE).with(List.of(NoteSignature.of(witness.key(), later)));
        assertThatThrownBy(() -> moved.signedBy(witness.key(), CHECK)).isInstanceOf(EvidenceRejected.class);
    }

    @Test
    void no_bit_of_the_published_note_may_change() {
        byte[] bytes = NOTE.getBytes(StandardCharsets.UTF_8);
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(signed(changed)).as("bit %d", bit).isFalse();
        }
    }

    @Test
    void no_beginning_of_a_note_is_signed() {
        byte[] bytes = NOTE.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < bytes.length; length++) {
            assertThat(signed(Arrays.copyOf(bytes, length)))
                    .as("%d bytes", length)
                    .isFalse();
        }
    }

    private static boolean signed(byte[] bytes) {
        try {
            return Note.read(bytes).signedBy(PUBLISHED, CHECK);
        } catch (EvidenceRejected e) {
            return false;
        }
    }

    static Stream<Arguments> wrong() {
        String sign = LINE.strip();
        return Stream.of(
                Arguments.of("nothing", ""),
                Arguments.of("a newline", "\n"),
                Arguments.of("a text only", TEXT),
                Arguments.of("no signature", TEXT + "\n"),
                Arguments.of("no empty line", TEXT + LINE),
                Arguments.of("no text", LINE),
                Arguments.of("no newline at the end", TEXT + "\n" + sign),
                Arguments.of("an empty line at the end", NOTE + "\n"),
                Arguments.of("carriage returns", NOTE.replace("\n", "\r\n")),
                Arguments.of("a tab in the text", "\t" + NOTE),
                Arguments.of("a null in the text", "\0" + NOTE),
                Arguments.of("an escape in a name", NOTE.replace("example.com", "example\u001b")),
                Arguments.of("half a pair of surrogates", "\ud800" + NOTE),
                Arguments.of("a hyphen for the dash", NOTE.replace('\u2014', '-')),
                Arguments.of("an en dash", NOTE.replace('\u2014', '\u2013')),
                Arguments.of("no space after the dash", NOTE.replace("\u2014 ", "\u2014")),
                Arguments.of("two spaces after the dash", NOTE.replace("\u2014 ", "\u2014  ")),
                Arguments.of("no name", NOTE.replace("example.com/foo ", "")),
                Arguments.of("a plus in the name", NOTE.replace("com/foo", "com+foo")),
                Arguments.of("a no-break space in the name", NOTE.replace("com/foo", "com\u00a0foo")),
                Arguments.of("an ideographic space in the name", NOTE.replace("com/foo", "com\u3000foo")),
                Arguments.of("a line separator in the name", NOTE.replace("com/foo", "com\u2028foo")),
                Arguments.of("a next line in the name", NOTE.replace("com/foo", "com\u0085foo")),
                Arguments.of("a space at the end", TEXT + "\n" + sign + " \n"),
                Arguments.of("a third word", TEXT + "\n" + sign + " x\n"),
                Arguments.of("no Base64", NOTE.replace("Uw2Q", "U*2Q")),
                Arguments.of("Base64 of addresses", NOTE.replace("XsYjOBH3", "Xs_jOBH3")),
                Arguments.of("no padding", NOTE.replace("aQM=", "aQM")),
                Arguments.of("unused bits set", NOTE.replace("aQM=", "aQN=")),
                Arguments.of("a number only", TEXT + "\n\u2014 example.com/foo Uw2QOg==\n"),
                Arguments.of("no signature bytes at all", TEXT + "\n\u2014 example.com/foo \n"),
                Arguments.of("a second line of another form", NOTE + "nog iets\n"),
                Arguments.of("more than 64 lines", TEXT + "\n" + LINE.repeat(65)),
                Arguments.of("too long", "x".repeat(Note.MAX_LENGTH) + NOTE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void refuses(String name, String note) {
        assertThatThrownBy(() -> Note.read(note)).as(name).isInstanceOf(EvidenceRejected.class);
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        byte[] overlong = NOTE.getBytes(StandardCharsets.ISO_8859_1);
        overlong[0] = (byte) 0xc0;
        overlong[1] = (byte) 0xaf;
        assertThatThrownBy(() -> Note.read(overlong)).isInstanceOf(EvidenceRejected.class);
        assertThatThrownBy(() -> Note.read(new byte[Note.MAX_LENGTH + 1])).isInstanceOf(EvidenceRejected.class);
    }

    @Test
    void a_note_that_could_not_be_read_again_is_not_made() {
        List<NoteSignature> lines = Note.read(NOTE).signatures();
        assertThatThrownBy(() -> new Note("no newline", lines)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Note("a\tb\n", lines)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Note(TEXT, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NoteSignature.of(PUBLISHED, new byte[63]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
