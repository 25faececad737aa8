package nl.schakel.delivery.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import nl.schakel.delivery.DeliveryContext;
import nl.schakel.delivery.DeliveryRows;
import nl.schakel.delivery.FileHeader;
import nl.schakel.delivery.PupilRecord;
import nl.schakel.delivery.ReadRows;
import nl.schakel.delivery.ResultRecord;
import nl.schakel.delivery.RowFault;
import nl.schakel.delivery.SocialResultRecord;
import nl.schakel.delivery.TestDefinition;
import nl.schakel.school.Brin;
import org.junit.jupiter.api.Test;

class LargeFileTest {
    private static final int SITTINGS = Integer.getInteger("schakel.test.sittings", 5_000);
    private static final int RESULTS = 20;

    @Test
    void streams_many_results_with_little_garbage() throws IOException {
        Sum sum = new Sum();
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(self);
        long start = threads.getCurrentThreadCpuTime();
        ReadRows read = new SchoolFileReader()
                .read(new Results(), new DeliveryContext(new Brin("99ZZ"), LocalDate.of(2022, 3, 1)), sum);
        long nanos = threads.getCurrentThreadCpuTime() - start;
        long perRow = (threads.getThreadAllocatedBytes(self) - before) / read.read();
        System.out.printf(
                "%d results, %.0f rows per CPU second, %d bytes allocated a row%n",
                read.read(), read.read() * 1e9 / nanos, perRow);
        assertThat(read.read()).isEqualTo((long) SITTINGS * RESULTS);
        assertThat(read.refused()).isZero();
        assertThat(sum.scores).isEqualTo((long) SITTINGS * RESULTS * 41);
        assertThat(perRow).as("bytes a row").isLessThan(200);
    }

    /** Made while it is read, as an upload is. */
    private static final class Results extends InputStream {
        private static final String HEAD = "<leerresultaten_verzoek xmlns=\"" + ResultsReader.UWLR
                + "\" xmlns:o=\"http://www.edustandaard.nl/oso_gegevensset/1.2/dossier\"><school>"
                + "<schooljaar>2021-2022</schooljaar><brincode>99ZZ</brincode><xsdversie>2.2</xsdversie></school>"
                + "<toetsafnames>";
        private static final String TAIL = "</toetsafnames><toetsen><toets><toetscode>RW3-M5</toetscode><toetsnaam>"
                + "Rekenen M5</toetsnaam></toets></toetsen></leerresultaten_verzoek>";
        private byte[] chunk = HEAD.getBytes(StandardCharsets.US_ASCII);
        private int at;
        private int sitting;

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (at == chunk.length) {
                if (sitting > SITTINGS) {
                    return -1;
                }
                chunk = sitting == SITTINGS ? TAIL.getBytes(StandardCharsets.US_ASCII) : next();
                sitting++;
                at = 0;
            }
            int count = Math.min(length, chunk.length - at);
            System.arraycopy(chunk, at, target, offset, count);
            at += count;
            return count;
        }

        private final byte[] template = template();

        /** The one sitting with its number written into each place of ten digits. */
        private byte[] next() {
            for (int i = 0; i < template.length; i++) {
                if (template[i] == '~') {
                    int rest = sitting;
                    for (int d = 1; d <= 7; d++) {
                        template[i + 8 - d] = (byte) ('0' + rest % 10);
                        rest /= 10;
                    }
                }
            }
            return template;
        }

        private static byte[] template() {
            StringBuilder text = new StringBuilder("<toetsafname><leerlingid>LL~0000000</leerlingid><resultaten>");
            for (int i = 0; i < RESULTS; i++) {
                text.append("<resultaat key=\"r").append(i).append('~').append("0000000");
                text.append("\"><afnamedatum>2022-01-25</afnamedatum><toetscode>RW3-M5</toetscode><osoresultaat>"
                        + "<o:toetsscore><o:aantalgoed>41</o:aantalgoed><o:vaardigheidsscore>186.5"
                        + "</o:vaardigheidsscore></o:toetsscore><o:referentiescore><o:codereferentiescore>IV"
                        + "</o:codereferentiescore><o:codevergelijkingsgroep>Landelijk</o:codevergelijkingsgroep>"
                        + "<o:waarde>II</o:waarde></o:referentiescore></osoresultaat></resultaat>\n");
            }
            return text.append("</resultaten></toetsafname>\n").toString().getBytes(StandardCharsets.US_ASCII);
        }
    }

    private static final class Sum implements DeliveryRows {
        private long scores;

        @Override
        public void header(FileHeader header) {}

        @Override
        public void pupil(PupilRecord pupil) {}

        @Override
        public void result(ResultRecord result) {
            scores += result.rawScore();
        }

        @Override
        public void social(SocialResultRecord result) {}

        @Override
        public void fault(RowFault fault) {}

        @Override
        public void test(TestDefinition definition) {}

        @Override
        public void undefinedTest(int test, long rows, RowFault first) {}
    }
}
