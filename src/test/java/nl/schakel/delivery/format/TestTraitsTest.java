package nl.schakel.delivery.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestTraitsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "Rekenen-Wiskunde|||| rekenen | | -",
                "|Rekenen-Wiskunde 3.0 M5||| rekenen | 5 | M",
                "||RW3-E6|| rekenen | 6 | E",
                "Begrijpend lezen|LiB M8||| begrijpend-lezen | 8 | M",
                "Engels|Leesvaardigheid B4||| engels | 4 | B",
                "|Leeswoordenschat E4||| woordenschat | 4 | E",
                "|Spelling niet-werkwoorden E7||7| spelling | 7 | E",
                "|DMT M3||| technisch-lezen | 3 | M",
                "|Taalverzorging M7||| taalverzorging | 7 | M",
                "|Begrijpend luisteren M4||| begrijpend-luisteren | 4 | M",
                "|Toets||6| onbekend | 6 | -",
                "||XYZ|| onbekend | | -",
                "||BLOKKEN|| onbekend | | -",
                "||M12|| onbekend | | -",
                "|Rekenen M9||9| rekenen | | -",
                "|Rekenen XM5||| rekenen | | -",
            })
    void derives_domain_grade_and_moment(
            String subject, String name, String code, String year, String domain, String grade, String moment) {
        TestTraits traits = TestTraits.of(text(subject), text(name), text(code), text(year));
        assertThat(traits.domain().dutch()).isEqualTo(domain);
        assertThat(traits.grade().orElse("")).isEqualTo(text(grade));
        assertThat(traits.moment().letter()).isEqualTo(moment);
    }

    private static String text(@org.jspecify.annotations.Nullable String field) {
        return field == null ? "" : field;
    }
}
