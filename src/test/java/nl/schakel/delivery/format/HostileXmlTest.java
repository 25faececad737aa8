package nl.schakel.delivery.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nl.schakel.delivery.DeliveryContext;
import nl.schakel.delivery.DeliveryRefused;
import nl.schakel.delivery.FileLimits;
import nl.schakel.delivery.NumberMode;
import nl.schakel.school.Brin;
import nl.schakel.school.SchoolYear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileXmlTest {
    private static final DeliveryContext CONTEXT = new DeliveryContext(
            new Brin("99ZZ"),
            LocalDate.of(2022, 3, 1),
            NumberMode.DIRECT,
            Optional.of(new SchoolYear(2021)),
            Optional.empty(),
            new FileLimits(1 << 22, 1000));
    private static final String HEAD = "<EDEX><school><schooljaar>2021-2022</schooljaar><brincode>99ZZ</brincode>"
            + "<xsdversie>2.1</xsdversie></school><leerlingen>";
    private static final String PUPIL = "<leerling key=\"k1\"><bsn>123456782</bsn></leerling>";
    private static final String TAIL = "</leerlingen></EDEX>";

    private static String slug(byte[] file) {
        return slug(new ByteArrayInputStream(file));
    }

    private static String slug(InputStream file) {
        Throwable thrown = catchThrowable(() -> new SchoolFileReader().read(file, CONTEXT, new Seen()));
        if (thrown == null) {
            return "accepted";
        }
        assertThat(thrown).isInstanceOf(DeliveryRefused.class);
        return ((DeliveryRefused) thrown).slug();
    }

    private static String slug(String file) {
        return slug(file.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refuses_every_document_type_and_reads_no_file(@TempDir Path folder) throws Exception {
        Path canary = Files.writeString(folder.resolve("canary"), "123456782");
        List<String> corpus = List.of(
                "<!DOCTYPE EDEX>",
                "<!DOCTYPE EDEX []>",
                "<!DOCTYPE EDEX [<!ENTITY x SYSTEM \"" + canary.toUri() + "\">]>",
                "<!DOCTYPE EDEX SYSTEM \"" + canary.toUri() + "\">",
                "<!DOCTYPE EDEX PUBLIC \"-//x\" \"" + canary.toUri() + "\">",
                "<!DOCTYPE EDEX [<!ENTITY % p SYSTEM \"" + canary.toUri() + "\"> %p;]>",
                "<!DOCTYPE EDEX [<!ATTLIST leerling key CDATA \"k9\">]>");
        for (String doctype : corpus) {
            String file = doctype + HEAD + "<leerling key=\"k1\"><bsn>&x;</bsn></leerling>" + TAIL;
            assertThat(slug(file)).as(doctype).isEqualTo("xml-met-doctype");
        }
    }

    @Test
    void opens_no_connection_for_an_external_entity() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listener.setSoTimeout(1);
            String address = "http://127.0.0.1:" + listener.getLocalPort() + "/x";
            slug("<!DOCTYPE EDEX SYSTEM \"" + address + "\">" + HEAD + PUPIL + TAIL);
            slug("<!DOCTYPE EDEX [<!ENTITY % p SYSTEM \"" + address + "\"> %p;]>" + HEAD + PUPIL + TAIL);
            slug("<?xml-stylesheet href=\"" + address + "\"?>" + HEAD + PUPIL + TAIL);
            slug(HEAD + "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"" + address + "\"/>" + TAIL);
            assertThat(catchThrowable(listener::accept)).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void refuses_entities_that_multiply() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE EDEX [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">");
        }
        assertThat(slug(laughs + "]><EDEX>&a11;</EDEX>")).isEqualTo("xml-met-doctype");
        String quadratic = "<!DOCTYPE EDEX [<!ENTITY a \"" + "x".repeat(50_000) + "\">]><EDEX>" + "&a;".repeat(50_000);
        assertThat(slug(quadratic)).isEqualTo("xml-met-doctype");
        assertThat(slug("<EDEX>&undeclared;</EDEX>")).isEqualTo("bestand-onleesbaar");
    }

    @Test
    void refuses_what_is_too_deep_too_wide_or_too_long() {
        assertThat(slug("<EDEX>" + "<a>".repeat(200_000))).isEqualTo("xml-te-ingewikkeld");
        StringBuilder wide = new StringBuilder("<EDEX><a");
        for (int i = 0; i < 10_000; i++) {
            wide.append(" a").append(i).append("=\"\"");
        }
        assertThat(slug(wide + "/></EDEX>")).isEqualTo("xml-te-ingewikkeld");
        assertThat(slug("<EDEX><a b=\"" + "x".repeat(100_000) + "\"/></EDEX>")).isEqualTo("xml-te-ingewikkeld");
        assertThat(slug("<EDEX><a>" + "x".repeat(2_000_000) + "</a></EDEX>")).isEqualTo("xml-te-ingewikkeld");
        assertThat(slug("<EDEX><" + "x".repeat(2_000_000) + "/></EDEX>")).isEqualTo("xml-te-ingewikkeld");
        assertThat(slug("<EDEX><!--" + "x".repeat(2_000_000) + "--></EDEX>")).isEqualTo("xml-te-ingewikkeld");
    }

    @Test
    void stops_at_the_size_limit_of_an_endless_stream() {
        byte[] pupil = PUPIL.getBytes(StandardCharsets.US_ASCII);
        byte[] head = HEAD.getBytes(StandardCharsets.US_ASCII);
        InputStream pupils = new InputStream() {
            private int at;

            @Override
            public int read() {
                return pupil[at++ % pupil.length];
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                for (int i = 0; i < length; i++) {
                    target[offset + i] = (byte) read();
                }
                return length;
            }
        };
        InputStream endless = new SequenceInputStream(new ByteArrayInputStream(head), pupils);
        assertThat(slug(endless)).isIn("bestand-te-groot", "te-veel-regels");
    }

    @Test
    void refuses_too_many_rows() {
        StringBuilder file = new StringBuilder(HEAD);
        for (int i = 0; i < 1001; i++) {
            file.append("<leerling key=\"").append(i).append("\"/>");
        }
        assertThat(slug(file + TAIL)).isEqualTo("te-veel-regels");
    }

    @Test
    void reads_the_character_sets_that_are_declared() {
        String file = HEAD + PUPIL + TAIL;
        assertThat(slug(file)).isEqualTo("accepted");
        assertThat(slug("\uFEFF" + file)).isEqualTo("accepted");
        assertThat(slug(declared("ISO-8859-1", file, StandardCharsets.ISO_8859_1)))
                .isEqualTo("accepted");
        assertThat(slug(declared("windows-1252", file, Charset.forName("windows-1252"))))
                .isEqualTo("accepted");
        assertThat(slug(declared("UTF-16", "", file, StandardCharsets.UTF_16LE, 0xFF, 0xFE)))
                .isEqualTo("accepted");
        assertThat(slug(declared("UTF-16", "", file, StandardCharsets.UTF_16BE, 0xFE, 0xFF)))
                .isEqualTo("accepted");
    }

    @Test
    void refuses_other_character_sets_and_contradictions() {
        String file = HEAD + PUPIL + TAIL;
        assertThat(slug(declared("UTF-7", file, StandardCharsets.US_ASCII))).isEqualTo("tekenset-onjuist");
        assertThat(slug(declared("UTF-32", file, StandardCharsets.US_ASCII))).isEqualTo("tekenset-onjuist");
        assertThat(slug(declared("UTF-16", file, StandardCharsets.US_ASCII))).isEqualTo("tekenset-onjuist");
        assertThat(slug(declared("IBM037", file, StandardCharsets.US_ASCII))).isEqualTo("tekenset-onjuist");
        assertThat(slug(declared("ISO-8859-1", "", file, StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF)))
                .isEqualTo("tekenset-onjuist");
        assertThat(slug(declared("UTF-8", "", file, StandardCharsets.UTF_16LE, 0xFF, 0xFE)))
                .isEqualTo("tekenset-onjuist");
        byte[] overlong = (HEAD + "<leerling key=\"k??\"/>" + TAIL).getBytes(StandardCharsets.US_ASCII);
        int at = new String(overlong, StandardCharsets.US_ASCII).indexOf("??");
        overlong[at] = (byte) 0xC0;
        overlong[at + 1] = (byte) 0xAF;
        assertThat(slug(overlong)).isEqualTo("tekenset-onjuist");
        String surrogate = new String(new char[] {'k', (char) 0xED, (char) 0xA0, (char) 0x80});
        byte[] lone = (HEAD + "<leerling key=\"" + surrogate + "\"/>" + TAIL).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(slug(lone)).isEqualTo("tekenset-onjuist");
    }

    @Test
    void refuses_what_is_empty_or_something_else() {
        assertThat(slug("")).isEqualTo("leeg-bestand");
        assertThat(slug(" \n\t ")).isEqualTo("leeg-bestand");
        assertThat(slug("\uFEFF")).isEqualTo("leeg-bestand");
        for (String other : List.of(
                "PK\u0003\u0004",
                "%PDF-1.7",
                "{\"a\":1}",
                "<html/>",
                "<EDEX xmlns=\"urn:x\"/>",
                "<a/>",
                "<leerresultaten_verzoek/>",
                "BSN;naam\n1;x",
                "\u0000\u0001")) {
            assertThat(slug(other)).as(other).isEqualTo("onbekend-bestandsformaat");
        }
    }

    @Test
    void refuses_a_file_that_breaks_off_anywhere() {
        String file = HEAD + PUPIL + TAIL;
        for (int length = 1; length < file.length(); length++) {
            assertThat(slug(file.substring(0, length)))
                    .as("broken off after %d", length)
                    .isIn("bestand-onleesbaar", "onbekend-bestandsformaat", "kop-onjuist");
        }
    }

    @Test
    void answers_mutated_files_with_a_typed_refusal_or_rows() {
        String results = "<leerresultaten_verzoek xmlns=\"" + ResultsReader.UWLR + "\"><school><schooljaar>2021-2022"
                + "</schooljaar><brincode>99ZZ</brincode><xsdversie>2.2</xsdversie></school><toetsafnames><toetsafname>"
                + "<leerlingid>k1</leerlingid><resultaten><resultaat key=\"r1\"><afnamedatum>2022-01-25</afnamedatum>"
                + "<toetscode>RW</toetscode><score>41</score></resultaat></resultaten></toetsafname></toetsafnames>"
                + "<toetsen><toets><toetscode>RW</toetscode></toets></toetsen></leerresultaten_verzoek>";
        String social = "leerlingid;instrument;schaal;afnamedatum;score\nk1;SCOL;\"zelf\";2022-01-25;3,5\n";
        for (int seed = 0; seed < 6000; seed++) {
            Random random = new Random(seed);
            List<String> files = List.of(HEAD + PUPIL + TAIL, results, social);
            byte[] file = mutate(files.get(seed % 3).getBytes(StandardCharsets.UTF_8), random);
            Throwable thrown = catchThrowable(
                    () -> new SchoolFileReader().read(new ByteArrayInputStream(file), CONTEXT, new Seen()));
            assertThat(thrown == null || thrown instanceof DeliveryRefused)
                    .as("seed %d gave %s", seed, thrown)
                    .isTrue();
        }
    }

    private static byte[] mutate(byte[] source, Random random) {
        byte[] file = source.clone();
        List<byte[]> pieces = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(file.length);
            switch (random.nextInt(4)) {
                case 0 -> file[at] = (byte) random.nextInt(256);
                case 1 -> file = Arrays.copyOf(file, Math.max(1, at));
                case 2 -> file[at] = (byte) "<>&;\"'=/!?[]".charAt(random.nextInt(12));
                default -> pieces.add(Arrays.copyOfRange(file, at, Math.min(file.length, at + 20)));
            }
        }
        for (byte[] piece : pieces) {
            int at = random.nextInt(file.length);
            System.arraycopy(piece, 0, file, at, Math.min(piece.length, file.length - at));
        }
        return file;
    }

    private static byte[] declared(String name, String file, Charset charset) {
        return declared(name, "", file, charset);
    }

    private static byte[] declared(String name, String extra, String file, Charset charset, int... mark) {
        byte[] text = ("<?xml version=\"1.0\" encoding=\"" + name + "\"?>" + extra + file).getBytes(charset);
        byte[] all = new byte[mark.length + text.length];
        for (int i = 0; i < mark.length; i++) {
            all[i] = (byte) mark[i];
        }
        System.arraycopy(text, 0, all, mark.length, text.length);
        return all;
    }
}
