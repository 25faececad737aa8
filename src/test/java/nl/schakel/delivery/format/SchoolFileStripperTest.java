package nl.schakel.delivery.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.schakel.delivery.DeliveryContext;
import nl.schakel.delivery.DeliveryRefused;
import nl.schakel.delivery.FileLimits;
import nl.schakel.delivery.NumberMode;
import nl.schakel.delivery.SchoolUploads;
import nl.schakel.school.Brin;
import nl.schakel.school.SchoolYear;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a school's program sends in blind mode: read blind it says what the file says read direct. */
class SchoolFileStripperTest {
    private static final LocalDate TODAY = LocalDate.of(2022, 3, 1);
    private static final String HEAD = "<EDEX><school><schooljaar>2021-2022</schooljaar><brincode>99ZZ</brincode>"
            + "<auteur>Jansen</auteur><xsdversie>2.1</xsdversie></school>";

    /** Every case of the readers' tables that is a readable file. */
    @TestFactory
    Stream<DynamicTest> blind_and_direct_say_the_same_of_each_file_of_the_tables() throws IOException {
        Map<String, String> files = SpecFiles.all();
        assertThat(files).hasSizeGreaterThan(60);
        return files.entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> sameBothWays(file.getValue())));
    }

    private static void sameBothWays(String file) throws IOException {
        Optional<String> direct = said(file.getBytes(StandardCharsets.UTF_8), NumberMode.DIRECT);
        byte[] stripped;
        try {
            stripped = strip(file.getBytes(StandardCharsets.UTF_8));
        } catch (DeliveryRefused e) {
            assertThat(direct)
                    .as("what cannot be stripped cannot be read either")
                    .isEmpty();
            return;
        }
        Optional<String> blind = said(stripped, NumberMode.BLIND);
        assertThat(blind.map(text -> text.replace(" y ", " pgn "))).isEqualTo(direct);
    }

    /** Faults and rows; empty where the file is refused. */
    private static Optional<String> said(byte[] file, NumberMode mode) throws IOException {
        Seen seen = new Seen();
        DeliveryContext context = new DeliveryContext(
                new Brin("99ZZ"), TODAY, mode, Optional.of(new SchoolYear(2021)), Optional.empty(), FileLimits.USUAL);
        try {
            new SchoolFileReader().read(new ByteArrayInputStream(file), context, seen);
        } catch (DeliveryRefused.NotStripped e) {
            throw new AssertionError(e.faults().toString(), e);
        } catch (DeliveryRefused e) {
            return Optional.empty();
        }
        return Optional.of(String.join("\n", seen.faults) + "\n" + String.join("\n", seen.rows));
    }

    @Test
    void writes_one_pupil_a_line_and_only_what_is_read() throws IOException {
        String file =
                HEAD + "<groepen><groep key=\"g\"><naam>x</naam></groep></groepen><leerlingen><leerling key=\"k&amp;1\""
                        + " eckid=\"e\"><achternaam>Zwaluw</achternaam><geboortedatum>2012-06-21</geboortedatum><geslacht>1"
                        + "</geslacht><jaargroep>4</jaargroep><adres><straat>Dijk</straat></adres><bsn>123456782</bsn></leerling>"
                        + "<leerling key=\"k2\"><bsn>123456789</bsn><geboortedatum>morgen</geboortedatum><geslacht>man"
                        + "</geslacht></leerling></leerlingen><leerkrachten><leerkracht/></leerkrachten></EDEX>";
        assertThat(new String(strip(file.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8))
                .isEqualTo(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<EDEX><school><schooljaar>2021-2022</schooljaar>"
                                + "<brincode>99ZZ</brincode><xsdversie>2.1</xsdversie></school><leerlingen>\n"
                                + "<leerling key=\"k&#38;1\"><geboortedatum>2012</geboortedatum><geslacht>1</geslacht>"
                                + "<jaargroep>4</jaargroep><bsn>MTIzNDU2NzgyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA</bsn></leerling>\n"
                                + "<leerling key=\"k2\"><bsn>LV-0114</bsn><geboortedatum>LV-0121</geboortedatum><geslacht>man"
                                + "</geslacht></leerling>\n</leerlingen></EDEX>\n");
    }

    @Test
    void reads_the_character_set_of_the_file_and_writes_utf_8() throws IOException {
        String file = "<?xml version=\"1.0\" encoding=\"windows-1252\"?>" + HEAD
                + "<leerlingen><leerling key=\"é1\"/></leerlingen></EDEX>";
        assertThat(new String(strip(file.getBytes(Charset.forName("windows-1252"))), StandardCharsets.UTF_8))
                .contains("key=\"é1\"");
    }

    @TestFactory
    Stream<DynamicTest> a_file_with_numbers_as_pupil_keys_stays_at_school() {
        return KeyFiles.thatStayAtSchool().entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> assertThatThrownBy(
                                () -> strip(file.getValue().getBytes(StandardCharsets.UTF_8)))
                        .isInstanceOf(SchoolUploads.NotDelivered.class)
                        .hasMessageMatching("de leerlingsleutel op regel [1-9][0-9]? is .*er is niets verstuurd")));
    }

    @TestFactory
    Stream<DynamicTest> a_file_whose_keys_only_look_like_numbers_leaves_and_is_read() {
        return KeyFiles.thatMayLeave().entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> assertThat(
                                said(strip(file.getValue().getBytes(StandardCharsets.UTF_8)), NumberMode.BLIND))
                        .isPresent()));
    }

    @Test
    void a_number_in_a_key_is_told_by_its_line() {
        String file = HEAD + "<leerlingen>\n<leerling key=\"k1\"><bsn>123456782</bsn></leerling>\n"
                + "<leerling key=\"K-123456782\"/></leerlingen></EDEX>";
        assertThatThrownBy(() -> strip(file.getBytes(StandardCharsets.UTF_8))).hasMessageContaining("op regel 3 ");
    }

    @Test
    void in_the_place_of_a_results_key_leaves_which_one_it_is() throws IOException {
        String file = "<leerresultaten_verzoek xmlns=\"" + ResultsReader.UWLR + "\"><toetsafnames><toetsafname>"
                + "<leerlingid>k1</leerlingid><resultaten><resultaat key=\"123456782\"/><resultaat key=\"b\"/>"
                + "<resultaat key=\"123456782\"/><resultaat/></resultaten></toetsafname></toetsafnames>"
                + "</leerresultaten_verzoek>";
        assertThat(new String(strip(file.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8))
                .contains("<resultaten><resultaat key=\"1\"></resultaat><resultaat key=\"2\"></resultaat>"
                        + "<resultaat key=\"1\"></resultaat><resultaat key=\"\"></resultaat></resultaten>");
    }

    @Test
    void a_document_type_is_refused() {
        assertThatThrownBy(() -> strip("<!DOCTYPE EDEX [<!ENTITY a \"b\">]><EDEX/>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(DeliveryRefused.DocumentType.class);
    }

    private static byte[] strip(byte[] file) throws IOException {
        return SpecFiles.strip(file, TODAY);
    }
}
