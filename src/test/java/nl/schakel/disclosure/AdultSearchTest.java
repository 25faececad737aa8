package nl.schakel.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The optima that an exact search finds on Adult, proven global by ARX 3.9.2: an exact implementation must equal them. */
class AdultSearchTest {
    @ParameterizedTest
    @CsvSource({
        "0,    GEOMETRIC,  041132210, 0.573151, 0",
        "0.05, GEOMETRIC,  030021120, 0.241932, 1346",
        "0.05, ARITHMETIC, 030021120, 0.269635, 1346",
        "1,    ARITHMETIC, 030021110, 0.227700, 2553"
    })
    void finds_the_known_optimum(double limit, LossMetric metric, String levels, double loss, int leftOut)
            throws IOException {
        PersonTable table = AdultTable.read();
        LevelSearch search = new Anonymizer(new DisclosurePolicy(5, 1, limit, 0, 0, 200_000), metric).search(table);
        Anonymized best = search.best().orElseThrow();
        assertThat(levels(best)).isEqualTo(levels);
        assertThat(best.loss(metric)).isCloseTo(loss, within(1e-6));
        assertThat(best.leftOut()).isEqualTo(leftOut);
        assertThat(search.exact()).isTrue();
        assertThat(search.looked()).isLessThan(12_960);
        Classes classes = table.classes(new int[9]);
        assertThat(classes.rowsBelow(2)).isEqualTo(15_512);
        assertThat(classes.rowsBelow(5)).isEqualTo(23_470);
    }

    @Test
    void cell_suppression_loses_less_than_leaving_persons_out() throws IOException {
        PersonTable table = AdultTable.first(3_000);
        double withCells = loss(table, new DisclosurePolicy(10, 1, 0.02, 0.05, 0, 200_000));
        double rowsOnly = loss(table, new DisclosurePolicy(10, 1, 0.02, 0, 0, 200_000));
        assertThat(withCells).isLessThan(rowsOnly);
    }

    private static double loss(PersonTable table, DisclosurePolicy policy) {
        return new Anonymizer(policy).search(table).best().orElseThrow().loss(LossMetric.ARITHMETIC);
    }

    private static String levels(Anonymized table) {
        StringBuilder text = new StringBuilder();
        for (int level : table.levels()) {
            text.append(level);
        }
        return text.toString();
    }
}
