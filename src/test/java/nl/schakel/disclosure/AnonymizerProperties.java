package nl.schakel.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.schakel.catalogue.Bands;
import nl.schakel.catalogue.Code;
import nl.schakel.catalogue.Groups;
import nl.schakel.catalogue.Hierarchy;
import nl.schakel.catalogue.Label;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the data, a table that comes out satisfies its policy. Each run has its own seed. */
class AnonymizerProperties {
    private static final DisclosurePolicy POLICY = new DisclosurePolicy(5, 3, 0.05, 0.10, 5, 10_000);
    private static final int TRIES = 100;

    /** Made-up persons: sex, year of birth, and a grade for each of three years; one sensitive value. */
    private static final class Persons {
        private final List<int[]> rows = new ArrayList<>();

        static Persons of(long seed) {
            Random random = new Random(seed);
            Persons persons = new Persons();
            int count = 30 + random.nextInt(170);
            int grades = 2 + random.nextInt(7);
            for (int i = 0; i < count; i++) {
                int grade = random.nextInt(grades);
                int next = Math.min(7, grade + (random.nextInt(12) == 0 ? 0 : 1));
                persons.rows.add(new int[] {
                    1 + random.nextInt(2),
                    random.nextInt(30) == 0 ? -9 : 2010 + random.nextInt(1 + random.nextInt(6)),
                    1 + grade,
                    random.nextInt(20) == 0 ? -9 : 1 + next,
                    random.nextInt(5) == 0 ? -9 : random.nextInt(1 + random.nextInt(9))
                });
            }
            return persons;
        }

        Persons shuffled(long seed) {
            Persons other = new Persons();
            other.rows.addAll(rows);
            Collections.shuffle(other.rows, new Random(seed));
            return other;
        }

        PersonTable table() {
            return PersonTable.of(
                    rows.size(),
                    List.of(
                            QuasiIdentifier.of("geslacht", flat(2), List.of(column(0))),
                            QuasiIdentifier.of("geboortejaar", new Bands(List.of(2, 4)), List.of(column(1))),
                            QuasiIdentifier.of("leerjaar", grades(), List.of(column(2), column(3)))),
                    List.of(SensitiveColumn.of("zorg", column(4))));
        }

        private int[] column(int position) {
            return rows.stream().mapToInt(row -> row[position]).toArray();
        }
    }

    private static Groups flat(int codes) {
        return new Groups(codes(IntStream.rangeClosed(1, codes)), List.of());
    }

    private static Groups grades() {
        Map<Integer, Integer> pairs = new HashMap<>();
        IntStream.rangeClosed(1, 8).forEach(grade -> pairs.put(grade, (grade + 1) / 2));
        Map<Integer, Integer> halves = Map.of(1, 1, 2, 1, 3, 2, 4, 2);
        return new Groups(
                codes(IntStream.rangeClosed(1, 8)),
                List.of(
                        new Groups.GroupLevel(codes(IntStream.rangeClosed(1, 4)), pairs),
                        new Groups.GroupLevel(codes(IntStream.rangeClosed(1, 2)), halves)));
    }

    private static List<Code> codes(IntStream values) {
        return values.mapToObj(value -> new Code(value, new Label("c" + value, "c" + value)))
                .toList();
    }

    private static List<Integer> released(Anonymized table, int row) {
        List<Integer> values = new ArrayList<>();
        for (int q = 0; q < table.table().quasi().size(); q++) {
            for (int moment = 0; moment < table.table().quasi().get(q).columns(); moment++) {
                values.add(table.value(q, moment, row));
            }
        }
        return values;
    }

    private static List<Integer> kept(Anonymized table) {
        return IntStream.range(0, table.table().rows())
                .filter(row -> !table.isLeftOut(row))
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2_000, 40_000})
    void every_sequence_is_shared_by_k_persons_and_every_budget_is_kept(long first) {
        int safe = 0;
        for (long seed = first; seed < first + TRIES; seed++) {
            if (new Anonymizer(POLICY).anonymize(Persons.of(seed).table()).outcome() instanceof Anonymized table) {
                safe++;
                Map<List<Integer>, Long> classes = kept(table).stream()
                        .collect(Collectors.groupingBy(row -> released(table, row), Collectors.counting()));
                assertThat(classes.values()).as("seed %d", seed).allMatch(count -> count >= POLICY.k());
                int rows = table.table().rows();
                assertThat(table.leftOut()).as("seed %d", seed).isLessThanOrEqualTo((int) (0.05 * rows));
                assertThat(table.suppressed(2, 1)).as("seed %d", seed).isLessThanOrEqualTo((int) (0.10 * rows));
                assertThat(table.sensitiveSuppressed(0)).as("seed %d", seed).isLessThanOrEqualTo((int) (0.10 * rows));
            }
        }
        assertThat(safe).as("tables made safe, from seed %d", first).isGreaterThan(TRIES / 4);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2_000})
    void no_cell_is_untrue(long first) {
        Hierarchy[] hierarchies = {flat(2), new Bands(List.of(2, 4)), grades()};
        for (long seed = first; seed < first + TRIES; seed++) {
            Persons persons = Persons.of(seed);
            if (new Anonymizer(POLICY).anonymize(persons.table()).outcome() instanceof Anonymized table) {
                int[] columns = {0, 1, 2, 3};
                for (int row : kept(table)) {
                    List<Integer> values = released(table, row);
                    for (int column : columns) {
                        int q = Math.min(column, 2);
                        int truth =
                                hierarchies[q].at(table.level(q), persons.rows.get(row)[column]);
                        assertThat(values.get(column)).as("seed %d", seed).isIn(truth, -6);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2_000})
    void persons_who_look_alike_differ_in_what_is_sensitive(long first) {
        for (long seed = first; seed < first + TRIES; seed++) {
            if (new Anonymizer(POLICY).anonymize(Persons.of(seed).table()).outcome() instanceof Anonymized table) {
                Map<List<Integer>, Set<Integer>> values = kept(table).stream()
                        .collect(Collectors.groupingBy(
                                row -> released(table, row),
                                Collectors.mapping(
                                        row -> Math.max(-1, table.sensitiveValue(0, row)), Collectors.toSet())));
                assertThat(values.values())
                        .as("seed %d", seed)
                        .allMatch(set -> set.size() >= POLICY.l() || set.equals(Set.of(-1)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2_000})
    void the_order_of_rows_changes_nothing(long first) {
        for (long seed = first; seed < first + TRIES; seed++) {
            Persons persons = Persons.of(seed);
            Outcome once = new Anonymizer(POLICY).anonymize(persons.table()).outcome();
            Outcome again = new Anonymizer(POLICY)
                    .anonymize(persons.shuffled(seed + 1).table())
                    .outcome();
            assertThat(multiset(again)).as("seed %d", seed).isEqualTo(multiset(once));
        }
    }

    private static Object multiset(Outcome outcome) {
        return outcome instanceof Anonymized table
                ? kept(table).stream()
                        .collect(Collectors.groupingBy(
                                row -> List.of(released(table, row), table.sensitiveValue(0, row)),
                                Collectors.counting()))
                : outcome;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2_000})
    void no_levels_lose_less_when_only_persons_may_be_left_out(long first) {
        DisclosurePolicy rowsOnly = new DisclosurePolicy(5, 1, 0.10, 0, 0, 10_000);
        for (long seed = first; seed < first + TRIES; seed++) {
            PersonTable table = Persons.of(seed).table();
            double best = Double.POSITIVE_INFINITY;
            for (int[] levels : allLevels()) {
                best = Math.min(
                        best,
                        new Repair(table, rowsOnly)
                                .on(levels)
                                .map(found -> found.loss(LossMetric.ARITHMETIC))
                                .orElse(best));
            }
            double found = new Anonymizer(rowsOnly)
                    .search(table)
                    .best()
                    .map(safe -> safe.loss(LossMetric.ARITHMETIC))
                    .orElse(Double.POSITIVE_INFINITY);
            assertThat(found).as("seed %d", seed).isEqualTo(best);
        }
    }

    private static List<int[]> allLevels() {
        List<int[]> all = new ArrayList<>();
        for (int years = 0; years < 3; years++) {
            for (int grades = 0; grades < 3; grades++) {
                all.add(new int[] {0, years, grades});
            }
        }
        return all;
    }
}
