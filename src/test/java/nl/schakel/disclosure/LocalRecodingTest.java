package nl.schakel.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.schakel.catalogue.Bands;
import org.junit.jupiter.api.Test;

class LocalRecodingTest {
    private static final int COLUMNS = 9;

    /** Values with their levels: the same number on two levels means two things. */
    private static Map<List<Integer>, Integer> classes(LocalRecoding recoding, int rows) {
        Map<List<Integer>, Integer> classes = new HashMap<>();
        for (int row = 0; row < rows; row++) {
            List<Integer> key = new ArrayList<>();
            for (int q = 0; q < COLUMNS; q++) {
                key.add(recoding.level(q, 0, row));
                key.add(recoding.value(q, 0, row));
            }
            classes.merge(key, 1, Integer::sum);
        }
        return classes;
    }

    @Test
    void loses_at_most_the_budget_on_adult_and_keeps_k_persons_alike() throws IOException {
        PersonTable table = AdultTable.read();
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        LocalRecoding recoding = LocalRecoding.of(table, 5);
        long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        assertThat(recoding.loss()).isLessThanOrEqualTo(0.0758);
        assertThat(recoding.leftOut()).isZero();
        assertThat(classes(recoding, table.rows()).values()).allMatch(size -> size >= 5);
        assertThat(spent).as("nanoseconds, with a cold compiler").isLessThan(2_000_000_000L);
    }

    @Test
    void leaves_out_a_group_smaller_than_k_that_no_level_joins() {
        QuasiIdentifier one = QuasiIdentifier.of("a", new Bands(List.of()), List.of(new int[] {1, 1, 1, 2, 2}));
        LocalRecoding recoding = LocalRecoding.of(PersonTable.of(5, List.of(one), List.of()), 3);
        assertThat(recoding.leftOut()).isEqualTo(2);
        assertThat(recoding.isLeftOut(3)).isTrue();
        assertThat(recoding.value(0, 0, 0)).isEqualTo(1);
        assertThat(recoding.loss()).isEqualTo(0.4);
    }
}
