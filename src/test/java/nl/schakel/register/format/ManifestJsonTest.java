package nl.schakel.register.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import nl.schakel.platform.problem.Fault;
import nl.schakel.register.FileType;
import nl.schakel.register.RegisterManifest;
import nl.schakel.register.RegisterRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestJsonTest {
    private static final String SHA = "ab".repeat(32);

    private static RegisterManifest read(String text) throws IOException {
        return new ManifestJson().read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String file(String name, String type, String rows, String sha) {
        return "{'referentiedatum': '2025-10-01', 'bestanden': [{'naam': " + name + ", 'type': " + type + ", 'rijen': "
                + rows + ", 'sha256': " + sha + "}]}";
    }

    @Test
    void reads_date_and_files() throws IOException {
        RegisterManifest manifest =
                read(file("'a.csv'", "'KOPPELTABEL'", "12", "'" + SHA + "'").replace('\'', '"'));
        assertThat(manifest.referenceDate()).isEqualTo(LocalDate.of(2025, 10, 1));
        assertThat(manifest.files()).hasSize(1);
        assertThat(manifest.files().get(0).type()).isEqualTo(FileType.KOPPELTABEL);
        assertThat(manifest.files().get(0).rows()).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'a.csv'|'ONBEKENDTAB'|12|SHA|RG-0003",
                "'a.csv'|null|12|SHA|RG-0003",
                "'../a.csv'|'INHATAB'|12|SHA|RG-0005",
                "''|'INHATAB'|12|SHA|RG-0005",
                "5|'INHATAB'|12|SHA|RG-0005",
                "'a.csv'|'INHATAB'|-1|SHA|RG-0005",
                "'a.csv'|'INHATAB'|1.5|SHA|RG-0005",
                "'a.csv'|'INHATAB'|'12'|SHA|RG-0005",
                "'a.csv'|'INHATAB'|12|'abc'|RG-0005",
                "'a.csv'|'INHATAB'|12|null|RG-0005",
            })
    void refuses_a_file_that_is_not_described_well(String name, String type, String rows, String sha, String rule) {
        String text = file(name, type, rows, sha.equals("SHA") ? "'" + SHA + "'" : sha);
        assertThat(rules(text.replace('\'', '"'))).contains(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'bestanden': []}|RG-0002",
                "{'referentiedatum': '2025-13-01', 'bestanden': []}|RG-0002",
                "{'referentiedatum': 20251001, 'bestanden': []}|RG-0002",
                "{'referentiedatum': '2025-10-01'}|RG-0001",
                "{'referentiedatum': '2025-10-01', 'bestanden': []}|RG-0001",
                "{'referentiedatum': '2025-10-01', 'bestanden': {}}|RG-0001",
                "[]|RG-0001",
                "x|RG-0001",
                "{|RG-0001",
            })
    void refuses_what_is_no_manifest(String text, String rule) {
        assertThat(rules(text.replace('\'', '"'))).contains(rule);
    }

    @Test
    void refuses_an_empty_or_endless_manifest() {
        assertThat(rules("")).containsExactly("RG-0001");
        assertThat(rules(" ".repeat(70_000))).containsExactly("RG-0001");
    }

    private static java.util.List<String> rules(String text) {
        Throwable thrown = catchThrowable(() -> read(text));
        assertThat(thrown).isInstanceOf(RegisterRefused.ManifestWrong.class);
        return ((RegisterRefused) thrown).faults().stream().map(Fault::rule).toList();
    }
}
