package nl.schakel.delivery.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.LocalDate;
import nl.schakel.delivery.DeliveryContext;
import nl.schakel.delivery.FileFormat;
import nl.schakel.delivery.ReadRows;
import nl.schakel.delivery.TestDefinition;
import nl.schakel.delivery.TestDomain;
import nl.schakel.delivery.TestMoment;
import nl.schakel.samples.Samples;
import nl.schakel.school.Brin;
import org.junit.jupiter.api.Test;

class SampleFilesTest {
    private final Seen seen = new Seen();

    private ReadRows read(String sample, String brin) throws IOException {
        DeliveryContext context = new DeliveryContext(new Brin(brin), LocalDate.of(2022, 3, 1));
        try (InputStream file = Files.newInputStream(Samples.require(sample))) {
            return new SchoolFileReader().read(file, context, seen);
        }
    }

    @Test
    void reads_the_official_edexml_example_and_refuses_its_failing_number_without_showing_it() throws IOException {
        ReadRows sum = read("edexml/Test/File/EDEXML-2.1/EDEXML.Voorbeeld.2.1.xml", "99ZZ");
        assertThat(seen.headers.get(0).format()).isEqualTo(FileFormat.EDEXML_2_1);
        assertThat(seen.faults).contains("LV-0114 leerling/bsn");
        assertThat(seen.faults.toString() + seen.pupils).doesNotContain("133456785");
        assertThat(seen.rows).containsExactly("00001 - 2006 1 4", "12345 - 2006 1 H");
        assertThat(sum.read()).isEqualTo(3);
        assertThat(sum.refused()).isEqualTo(1);
    }

    @Test
    void reads_the_edexml_2_0_example() throws IOException {
        ReadRows sum = read("edexml/Test/File/EDEXML-2.0/EDEXML.Voorbeeld.2.0.xml", "99ZZ");
        assertThat(seen.headers.get(0).format()).isEqualTo(FileFormat.EDEXML_2_0);
        assertThat(sum.read()).isEqualTo(sum.accepted() + 1);
    }

    @Test
    void reads_a_uwlr_result_message() throws IOException {
        ReadRows sum = read("synthetic/synthetic-uwlr22.xml", "99XX");
        assertThat(seen.rows).containsExactly("LL-1 t0 2022-01-25 41 186.5 II", "LL-1 t0 2022-01-25 41 - -");
        assertThat(sum.accepted()).isEqualTo(2);
        TestDefinition test = seen.tests.get(0);
        assertThat(test.domain()).isEqualTo(TestDomain.MATHS);
        assertThat(test.grade()).contains("5");
        assertThat(test.moment()).isEqualTo(TestMoment.MIDDLE);
    }
}
