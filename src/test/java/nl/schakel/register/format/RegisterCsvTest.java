package nl.schakel.register.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.schakel.platform.problem.Refusal;
import nl.schakel.register.Digest;
import nl.schakel.register.FileType;
import nl.schakel.register.RegisterManifest;
import nl.schakel.register.RegisterRefused;
import nl.schakel.register.RegisterRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterCsvTest {
    private static final String BRIDGE = "PGN;RINPERSOONS;RINPERSOON;GESLACHT;GEBOORTEDATUM\n";
    private static final String PERSON = "RINPERSOONS;RINPERSOON;GBAGESLACHT;GBAGEBOORTEJAAR\n";
    private static final String ENROLMENT =
            "PGN;WPOBRIN;WPOBRINVEST;WPOLEERJAAR;WPOUITSLEINDT;WPOREKENEN;WPOADVIESVO\n";
    private static final String HOUSEHOLD = "RINPERSOONS;RINPERSOON;DATUMAANVANGHH;DATUMEINDEHH;TYPHH\n";

    private final List<RegisterRow> rows = new ArrayList<>();

    private long read(FileType type, String text) throws IOException {
        return read(type, text.getBytes(StandardCharsets.UTF_8));
    }

    private long read(FileType type, byte[] bytes) throws IOException {
        RegisterManifest.Listed listed = new RegisterManifest.Listed(type + ".csv", type, 0, Digest.of(new byte[32]));
        return new RegisterCsv().read(new ByteArrayInputStream(bytes), listed, rows::add);
    }

    private List<String> faults(FileType type, String text) {
        Throwable thrown = catchThrowable(() -> read(type, text));
        assertThat(thrown).isInstanceOf(RegisterRefused.RowsWrong.class);
        return ((Refusal) thrown)
                .faults().stream()
                        .map(fault -> fault.rule() + " " + fault.place())
                        .toList();
    }

    @Test
    void reads_the_bridge_file() throws IOException {
        assertThat(read(FileType.KOPPELTABEL, BRIDGE + "123456782;R;A00000001;2;2012-06-21\n"))
                .isEqualTo(1);
        RegisterRow row = rows.get(0);
        assertThat(row.pgn()).isPresent();
        assertThat(row.rin()).isPresent();
        assertThat(row.birthDate().orElseThrow().year()).isEqualTo(2012);
        assertThat(row.toString()).doesNotContain("123456782", "A00000001", "06-21");
    }

    @Test
    void trims_the_grade_and_reads_codes_for_unknown_as_nothing() throws IOException {
        read(FileType.INSCHRWPOTAB, ENROLMENT + "123456782;99ZZ;00; 8 ;535,5;-;--\n111222333;99ZZ;00;;;3;60\n");
        assertThat(rows.get(0).content())
                .containsExactly("99ZZ", "00", null, 8L, null, null, null, null, null, null, 535.5, null, null, null);
        assertThat(rows.get(1).content().get(3)).isNull();
        read(FileType.GBAPERSOONTAB, PERSON + "R;A00000001;-;9999\n");
        assertThat(rows.get(2).content()).containsOnlyNulls();
    }

    @Test
    void reads_spells_of_households_and_open_ends() throws IOException {
        read(FileType.GBAHUISHOUDENSBUS, HOUSEHOLD + "R;A00000001;20120621;88888888;3\n");
        assertThat(rows.get(0).content()).containsExactly(3L, 2012L, null);
    }

    @Test
    void reads_columns_in_any_order_and_case_and_steps_over_others() throws IOException {
        read(FileType.GBAPERSOONTAB, "\uFEFFextra;gbageslacht;rinpersoon;RINPERSOONS\nx;1;A00000001;R\n");
        assertThat(rows.get(0).content().get(0)).isEqualTo(1L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOPPELTABEL | 123456789;R;A00000001;1;2012-06-21 | RG-0020 | PGN",
                "KOPPELTABEL | 12345678;R;A00000001;1;2012-06-21 | RG-0020 | PGN",
                "KOPPELTABEL | ;R;A00000001;1;2012-06-21 | RG-0020 | PGN",
                "KOPPELTABEL | 123456782;;A00000001;1;2012-06-21 | RG-0021 | RINPERSOON",
                "KOPPELTABEL | 123456782;R;A0000001;1;2012-06-21 | RG-0021 | RINPERSOON",
                "KOPPELTABEL | 123456782;R;A0000000!;1;2012-06-21 | RG-0021 | RINPERSOON",
                "KOPPELTABEL | 123456782;R;A00000001;3;2012-06-21 | RG-0023 | GESLACHT",
                "KOPPELTABEL | 123456782;R;A00000001;1;2012-02-30 | RG-0022 | GEBOORTEDATUM",
                "KOPPELTABEL | 123456782;R;A00000001;1;21-06-2012 | RG-0022 | GEBOORTEDATUM",
                "KOPPELTABEL | 123456782;R;A00000001;1 | RG-0012 | alle",
                "GBAPERSOONTAB | R;A00000001;3;2012 | RG-0023 | GBAGESLACHT",
                "GBAPERSOONTAB | R;A00000001;1;1899 | RG-0023 | GBAGEBOORTEJAAR",
                "GBAPERSOONTAB | R;A00000001;1;20x2 | RG-0023 | GBAGEBOORTEJAAR",
                "GBAPERSOONTAB | R;A00000001;1;2012;5 | RG-0012 | alle",
                "INSCHRWPOTAB | 123456782;99ZZ;00;9;1;1;60 | RG-0023 | WPOLEERJAAR",
                "INSCHRWPOTAB | 123456782;99ZZ;00;8;1e3;1;60 | RG-0024 | WPOUITSLEINDT",
                "INSCHRWPOTAB | 123456782;99ZZ;00;8;1001;1;60 | RG-0024 | WPOUITSLEINDT",
                "INSCHRWPOTAB | 123456782;99ZZ;00;8;1;5;60 | RG-0023 | WPOREKENEN",
                "GBAHUISHOUDENSBUS | R;A00000001;20121301;88888888;3 | RG-0022 | DATUMAANVANGHH",
                "GBAHUISHOUDENSBUS | R;A00000001;2012-06-21;88888888;3 | RG-0022 | DATUMAANVANGHH",
                "GBAHUISHOUDENSBUS | R;A00000001;20120621;88888888;9 | RG-0023 | TYPHH",
            })
    void refuses_rows_that_break_a_rule(FileType type, String row, String rule, String column) {
        String header =
                switch (type) {
                    case KOPPELTABEL -> BRIDGE;
                    case INSCHRWPOTAB -> ENROLMENT;
                    case GBAHUISHOUDENSBUS -> HOUSEHOLD;
                    default -> PERSON;
                };
        assertThat(faults(type, header + row + "\n"))
                .containsExactly(rule + " " + type + ".csv, regel 2, kolom " + column);
        assertThat(rows).isEmpty();
    }

    @Test
    void refuses_missing_and_double_columns_before_any_row() {
        assertThat(faults(FileType.KOPPELTABEL, "PGN;RINPERSOONS;GESLACHT;GEBOORTEDATUM\n"))
                .containsExactly("RG-0010 KOPPELTABEL.csv, regel 0, kolom RINPERSOON");
        assertThat(faults(FileType.INSCHRWPOTAB, "PGN;PGN;WPOBRIN;WPOBRINVEST\n"))
                .containsExactly("RG-0011 INSCHRWPOTAB.csv, regel 0, kolom PGN");
    }

    @Test
    void counts_all_faults_and_shows_the_first_hundred() {
        Throwable thrown =
                catchThrowable(() -> read(FileType.KOPPELTABEL, BRIDGE + "1;R;A00000001;1;2012-06-21\n".repeat(250)));
        assertThat(((Refusal) thrown).faults()).hasSize(100);
        assertThat(((Refusal) thrown).facts()).containsEntry("fouten", 250L);
    }

    @Test
    void refuses_what_is_not_text() {
        assertThatThrownBy(() -> read(FileType.KOPPELTABEL, new byte[] {(byte) 0xFF, (byte) 0xFE, 0}))
                .isInstanceOf(RegisterRefused.FileUnreadable.class);
        assertThatThrownBy(() -> read(FileType.KOPPELTABEL, "")).isInstanceOf(RegisterRefused.FileUnreadable.class);
        assertThatThrownBy(() -> read(FileType.KOPPELTABEL, BRIDGE + "\"1"))
                .isInstanceOf(RegisterRefused.FileUnreadable.class);
    }

    @Test
    void answers_mutated_files_with_a_typed_refusal_or_rows() {
        String file = BRIDGE + "123456782;R;A00000001;2;2012-06-21\n";
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Throwable thrown = catchThrowable(() -> read(FileType.KOPPELTABEL, bytes));
            assertThat(thrown == null || thrown instanceof RegisterRefused)
                    .as("seed %d gave %s", seed, thrown)
                    .isTrue();
        }
    }
}
