package nl.schakel.delivery.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import nl.schakel.delivery.DeliveryRefused;
import nl.schakel.delivery.ReportedNumberChange;
import nl.schakel.platform.problem.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NumberChangeFileTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final String HEAD = "oudNummer;nieuwNummer;datum\n";
    private static final String OLD = "101222331";
    private static final String NEW = "111222333";

    private static List<ReportedNumberChange> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<ReportedNumberChange> read(byte[] bytes) {
        return new NumberChangeFile().read(new ByteArrayInputStream(bytes), TODAY, 5);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void reads(String name, String text, int changes) {
        assertThat(read(text)).hasSize(changes);
    }

    static Stream<Arguments> good() {
        String row = OLD + ";" + NEW + ";2026-09-01\n";
        return Stream.of(
                Arguments.of("one", HEAD + row, 1),
                Arguments.of("a byte order mark", "\uFEFF" + HEAD + row, 1),
                Arguments.of("commas", "oudNummer,nieuwNummer,datum\n" + row.replace(';', ','), 1),
                Arguments.of("other order and case", "DATUM;nieuwnummer;OudNummer\n2026-09-01;" + NEW + ";" + OLD, 1),
                Arguments.of(
                        "another column", "oudNummer;nieuwNummer;datum;groep\n" + OLD + ";" + NEW + ";2026-11-21;3", 1),
                Arguments.of("quotes and spaces", HEAD + "\"" + OLD + "\"; " + NEW + " ;2026-09-01\r\n", 1),
                Arguments.of("the most", HEAD + row.repeat(5), 5));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void refuses_by_line_and_never_shows_a_number(String name, String text, String faults) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(DeliveryRefused.NumberChangesWrong.class, refused -> {
                    assertThat(refused.faults().stream().map(fault -> fault.rule() + " " + fault.place()))
                            .containsExactly(faults.split("\\|", -1));
                    assertThat(refused.faults().stream().map(Fault::toString))
                            .noneMatch(shown -> shown.matches("(?s).*[0-9]{8,}.*"));
                });
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("no rows", HEAD, "NW-0011 bestand"),
                Arguments.of(
                        "no head",
                        OLD + ";" + NEW + ";2026-09-01\n",
                        "NW-0012 regel 1, kolom oudNummer"
                                + "|NW-0012 regel 1, kolom nieuwNummer|NW-0012 regel 1, kolom datum"),
                Arguments.of("a column missing", "oudNummer;datum\n", "NW-0012 regel 1, kolom nieuwNummer"),
                Arguments.of(
                        "a column twice",
                        "oudNummer;oudnummer;nieuwNummer;datum\n",
                        "NW-0012 regel 1, kolom oudNummer"),
                Arguments.of("too few fields", HEAD + OLD + ";" + NEW, "NW-0010 regel 2, regel"),
                Arguments.of("too many fields", HEAD + OLD + ";" + NEW + ";2026-09-01;x", "NW-0010 regel 2, regel"),
                Arguments.of("eight digits", HEAD + "11122233;" + NEW + ";2026-09-01", "NW-0001 regel 2, oudNummer"),
                Arguments.of("ten digits", HEAD + OLD + ";1112223330;2026-09-01", "NW-0002 regel 2, nieuwNummer"),
                Arguments.of(
                        "fails the eleven-test", HEAD + OLD + ";111222334;2026-09-01", "NW-0002 regel 2, nieuwNummer"),
                Arguments.of("zeros", HEAD + "000000000;" + NEW + ";2026-09-01", "NW-0001 regel 2, oudNummer"),
                Arguments.of("a letter", HEAD + "10122233l;" + NEW + ";2026-09-01", "NW-0001 regel 2, oudNummer"),
                Arguments.of("dots", HEAD + "101.222.331;" + NEW + ";2026-09-01", "NW-0001 regel 2, oudNummer"),
                Arguments.of("Arabic digits", HEAD + OLD + ";١١١٢٢٢٣٣٣;2026-09-01", "NW-0002 regel 2, nieuwNummer"),
                Arguments.of("a name", HEAD + OLD + ";" + NEW + ";Jansen", "NW-0003 regel 2, datum"),
                Arguments.of("a Dutch day", HEAD + OLD + ";" + NEW + ";01-09-2026", "NW-0003 regel 2, datum"),
                Arguments.of("no such day", HEAD + OLD + ";" + NEW + ";2026-02-30", "NW-0003 regel 2, datum"),
                Arguments.of("no day", HEAD + OLD + ";" + NEW + ";", "NW-0003 regel 2, datum"),
                Arguments.of("a day ahead", HEAD + OLD + ";" + NEW + ";2026-11-22", "NW-0004 regel 2, datum"),
                Arguments.of(
                        "all of a row together",
                        HEAD + "1;2;3",
                        "NW-0001 regel 2, oudNummer" + "|NW-0002 regel 2, nieuwNummer|NW-0003 regel 2, datum"),
                Arguments.of(
                        "the right line",
                        HEAD + OLD + ";" + NEW + ";2026-09-01\n\n" + OLD + ";x;2026-09-01",
                        "NW-0002 regel 4, nieuwNummer"));
    }

    @Test
    void refuses_files_that_are_none() {
        assertThatThrownBy(() -> read("")).isInstanceOf(DeliveryRefused.EmptyFile.class);
        assertThatThrownBy(() -> read(HEAD + (OLD + ";" + NEW + ";2026-09-01\n").repeat(6)))
                .isInstanceOf(DeliveryRefused.TooManyNumberChanges.class);
        assertThatThrownBy(() -> read(HEAD + "\"" + OLD)).isInstanceOf(DeliveryRefused.NotWellFormed.class);
        assertThatThrownBy(() -> read(new byte[] {'o', (byte) 0xFF, (byte) 0xFE}))
                .isInstanceOf(DeliveryRefused.WrongEncoding.class);
        assertThatThrownBy(() -> read("x".repeat(2_000_000))).isInstanceOf(DeliveryRefused.class);
    }

    @Test
    void whatever_comes_is_read_or_refused() {
        long seed = 20261121;
        Random random = new Random(seed);
        byte[] good = (HEAD + OLD + ";" + NEW + ";2026-09-01\n").getBytes(StandardCharsets.UTF_8);
        List<String> broken = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = good.clone();
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                read(bytes);
            } catch (DeliveryRefused refused) {
                // as it should
            } catch (RuntimeException e) {
                broken.add(i + ": " + e.getClass());
            }
        }
        assertThat(broken).as("seed " + seed).isEmpty();
    }
}
