package nl.schakel.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.schakel.catalogue.Bands;
import nl.schakel.catalogue.Code;
import nl.schakel.catalogue.Groups;
import nl.schakel.catalogue.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hand-worked tables. */
class DisclosureTest {
    private static final DisclosurePolicy K2 = new DisclosurePolicy(2, 1, 0, 0, 0, 1_000);

    private static QuasiIdentifier numbers(String name, int... values) {
        return QuasiIdentifier.of(name, new Bands(List.of()), List.of(values));
    }

    private static Anonymized safe(PersonTable table, DisclosurePolicy policy) {
        return (Anonymized) new Anonymizer(policy).anonymize(table).outcome();
    }

    @Test
    void three_persons_of_five_stand_alone() {
        PersonTable table = PersonTable.of(5, List.of(numbers("a", 1, 1, 2, 3, 4)), List.of());
        Risk risk = Risk.before(table, 3);
        assertThat(risk.unique()).isEqualTo(3);
        assertThat(risk.shareBelowK()).isEqualTo(1);
        assertThat(risk.highest()).isEqualTo(1);
        assertThat(risk.mean()).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void two_pupils_equal_in_every_single_year_but_not_in_their_sequence_are_told_apart() {
        QuasiIdentifier grades = QuasiIdentifier.of(
                "leerjaar", new Bands(List.of()), List.of(new int[] {3, 3, 4, 4}, new int[] {4, 5, 4, 5}));
        PersonTable table = PersonTable.of(4, List.of(grades), List.of());
        assertThat(Risk.before(table, 2).unique()).isEqualTo(4);
        assertThat(new Anonymizer(K2).anonymize(table).outcome()).isInstanceOf(NotPossible.class);
    }

    @Test
    void suppresses_the_cell_that_lets_two_persons_look_alike() {
        int[] sex = IntStream.range(0, 40).map(i -> i < 20 ? 1 : 2).toArray();
        int[] year = IntStream.range(0, 40)
                .map(i -> i == 0 ? 2009 : i == 39 ? 2013 : 2010)
                .toArray();
        sex[39] = 1;
        PersonTable table = PersonTable.of(40, List.of(numbers("sex", sex), numbers("year", year)), List.of());
        Anonymized result = safe(table, new DisclosurePolicy(2, 1, 0, 0.05, 0, 1_000));
        assertThat(result.value(0, 0, 0)).isEqualTo(1);
        assertThat(result.value(1, 0, 0)).isEqualTo(-6);
        assertThat(result.value(1, 0, 39)).isEqualTo(-6);
        assertThat(result.suppressed(1, 0)).isEqualTo(2);
        assertThat(result.leftOut()).isZero();
    }

    @Test
    void names_the_variable_that_makes_persons_recognizable() {
        int[] sex = IntStream.range(0, 40).map(i -> i % 2).toArray();
        int[] number = IntStream.range(0, 40).toArray();
        PersonTable table = PersonTable.of(40, List.of(numbers("sex", sex), numbers("number", number)), List.of());
        NotPossible not = (NotPossible)
                new Anonymizer(DisclosurePolicy.STANDARD).anonymize(table).outcome();
        assertThat(not.share()).isEqualTo(1);
        assertThat(not.causes()).containsExactly(new NotPossible.Cause("number", 0, NotPossible.Reason.RECOGNIZABLE));
    }

    @Test
    void names_the_sensitive_column_in_which_persons_are_too_alike() {
        int[] care = new int[40];
        PersonTable table =
                PersonTable.of(40, List.of(numbers("sex", new int[40])), List.of(SensitiveColumn.of("care", care)));
        NotPossible not = (NotPossible)
                new Anonymizer(DisclosurePolicy.STANDARD).anonymize(table).outcome();
        assertThat(not.causes()).containsExactly(new NotPossible.Cause("care", 1, NotPossible.Reason.TOO_ALIKE));
    }

    @ParameterizedTest
    @CsvSource({"'1,1,1', 3", "'1,2,1', 3", "'1,2,-9', 0", "'-9,-9,-9', 0", "'1,-9,-9', 1", "'1,2,3', 0"})
    void a_class_needs_three_different_values_missing_counted_as_one(String values, int suppressed) {
        int[] care =
                Arrays.stream(values.split(",", -1)).mapToInt(Integer::parseInt).toArray();
        PersonTable table =
                PersonTable.of(3, List.of(numbers("sex", 1, 1, 1)), List.of(SensitiveColumn.of("care", care)));
        Anonymized result = safe(table, new DisclosurePolicy(3, 3, 0, 1, 0, 1_000));
        assertThat(result.sensitiveSuppressed(0)).isEqualTo(suppressed);
    }

    @Test
    void utility_counts_as_defined() {
        PersonTable table = PersonTable.of(10, List.of(numbers("a", 1, 1, 1, 1, 2, 2, 2, 2, 2, 3)), List.of());
        Utility utility = Utility.of(safe(table, new DisclosurePolicy(4, 1, 0.1, 0, 0, 1_000)));
        assertThat(utility.leftOut()).isEqualTo(1);
        assertThat(utility.loss()).isCloseTo(0.1, within(1e-12));
        assertThat(utility.averageClass()).isCloseTo(10 / 3.0, within(1e-12));
        assertThat(utility.discernibility()).isCloseTo(16 + 25 + 10, within(1e-12));
    }

    @Test
    void a_suppressed_group_of_codes_loses_by_its_share_of_the_list() {
        List<Code> codes = IntStream.range(0, 5)
                .mapToObj(i -> new Code(i, new Label("c", "c")))
                .toList();
        Groups groups = new Groups(
                codes,
                List.of(new Groups.GroupLevel(
                        List.of(codes.get(0), codes.get(4)), Map.of(0, 0, 1, 0, 2, 0, 3, 4, 4, 4))));
        assertThat(groups.penalty(1, 0, 1)).isEqualTo(0.5);
        assertThat(groups.penalty(1, 4, 1)).isEqualTo(0.25);
        assertThat(groups.penalty(0, 3, 1)).isZero();
    }

    @Test
    void codes_tails_at_the_tenth_person_from_each_end() {
        int[] values = IntStream.rangeClosed(1, 100).toArray();
        TailCoding tails = TailCoding.of(values, 10);
        assertThat(tails.bottom()).hasValue(10);
        assertThat(tails.top()).hasValue(91);
        assertThat(tails.of(3)).isEqualTo(10);
        assertThat(tails.of(99)).isEqualTo(91);
        assertThat(tails.of(50)).isEqualTo(50);
        assertThat(tails.of(-9)).isEqualTo(-9);
    }

    @Test
    void needs_no_code_where_ten_persons_share_the_end() {
        int[] values = IntStream.range(0, 100).map(i -> i < 12 ? 5 : 6 + i % 30).toArray();
        assertThat(TailCoding.of(values, 10).bottom()).isEmpty();
    }

    @Test
    void gives_everybody_the_middle_where_the_tails_would_meet() {
        TailCoding tails = TailCoding.of(new int[] {1, 5, 9, -9}, 10);
        assertThat(List.of(tails.of(1), tails.of(5), tails.of(9), tails.of(-9))).containsExactly(5, 5, 5, -9);
    }

    @Test
    void refuses_columns_of_different_length() {
        assertThatThrownBy(() -> PersonTable.of(2, List.of(numbers("a", 1, 2, 3)), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> QuasiIdentifier.of("a", new Bands(List.of()), List.of(new int[] {1}, new int[] {1, 2})))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> QuasiIdentifier.of("a", new Bands(List.of()), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"1,1,0,0,0,1", "2,0,0,0,0,1", "2,1,-0.1,0,0,1", "2,1,0,1.1,0,1", "2,1,0,0,-1,1", "2,1,0,0,0,0"})
    void refuses_a_policy_outside_its_ranges(int k, int l, double rows, double cells, int tail, int nodes) {
        assertThatThrownBy(() -> new DisclosurePolicy(k, l, rows, cells, tail, nodes))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_empty_table_is_safe() {
        assertThat(safe(PersonTable.of(0, List.of(), List.of()), DisclosurePolicy.STANDARD)
                        .kept())
                .isZero();
    }
}
