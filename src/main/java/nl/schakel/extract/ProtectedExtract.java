package nl.schakel.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.schakel.catalogue.Bands;
import nl.schakel.catalogue.Code;
import nl.schakel.catalogue.DisclosureRole;
import nl.schakel.catalogue.Groups;
import nl.schakel.catalogue.Hierarchy;
import nl.schakel.catalogue.MissingCode;
import nl.schakel.catalogue.Variable;
import nl.schakel.disclosure.Anonymized;
import nl.schakel.disclosure.Attempt;
import nl.schakel.disclosure.TailCoding;

/** An extract whose values are safe: which rows stay and what stands in each cell. */
final class ProtectedExtract {
    private final ExtractPlan plan;
    private final Anonymized table;
    private final List<TailCoding> tails;
    private final Attempt attempt;
    private final int[] kept;
    private final int[][] values;

    ProtectedExtract(ExtractPlan plan, ExtractCells cells, Anonymized table, List<TailCoding> tails, Attempt attempt) {
        this.plan = plan;
        this.table = table;
        this.tails = tails;
        this.attempt = attempt;
        this.kept = IntStream.range(0, cells.rows())
                .filter(row -> !table.isLeftOut(row))
                .toArray();
        this.values = new int[plan.columns().size()][];
        plainColumns(cells);
        quasiColumns();
        sensitiveColumns();
    }

    private void plainColumns(ExtractCells cells) {
        for (int column = 0; column < values.length; column++) {
            int[] source = cells.column(column);
            TailCoding tail = tails.get(column);
            values[column] = IntStream.of(kept).map(row -> tail.of(source[row])).toArray();
        }
    }

    private void quasiColumns() {
        List<List<Integer>> positions =
                List.copyOf(plan.positions(DisclosureRole.QUASI).values());
        for (int q = 0; q < positions.size(); q++) {
            for (int moment = 0; moment < positions.get(q).size(); moment++) {
                int quasi = q;
                int at = moment;
                values[positions.get(q).get(moment)] = IntStream.of(kept)
                        .map(row -> table.value(quasi, at, row))
                        .toArray();
            }
        }
    }

    private void sensitiveColumns() {
        List<Integer> positions = plan.positions(DisclosureRole.SENSITIVE).values().stream()
                .flatMap(List::stream)
                .toList();
        for (int s = 0; s < positions.size(); s++) {
            int at = s;
            values[positions.get(s)] =
                    IntStream.of(kept).map(row -> table.sensitiveValue(at, row)).toArray();
        }
    }

    Anonymized table() {
        return table;
    }

    Attempt attempt() {
        return attempt;
    }

    ExtractPlan plan() {
        return plan;
    }

    /** The rows of the source that stay, ascending. */
    int[] kept() {
        return kept.clone();
    }

    /** The values of a column, one for each row that stays. */
    int[] values(int column) {
        return values[column];
    }

    /** How many cells of a column are suppressed. */
    int suppressed(int column) {
        return (int) IntStream.of(values[column])
                .filter(value -> value == MissingCode.SUPPRESSED.code())
                .count();
    }

    /** Counts again, on the values that leave, what the search promised. @throws IllegalStateException where it fails */
    void requireEveryClassOf(int k) {
        List<Integer> columns = plan.positions(DisclosureRole.QUASI).values().stream()
                .flatMap(List::stream)
                .toList();
        Map<List<Integer>, Integer> counts = new HashMap<>();
        for (int row = 0; row < kept.length; row++) {
            int at = row;
            counts.merge(columns.stream().map(column -> values[column][at]).toList(), 1, Integer::sum);
        }
        if (counts.values().stream().anyMatch(count -> count < k)) {
            throw new IllegalStateException("a class smaller than " + k);
        }
    }

    /** The columns with their codebook entries. */
    List<ExtractColumn> columns() {
        List<Variable> quasi = List.copyOf(plan.positions(DisclosureRole.QUASI).keySet());
        List<ExtractColumn> columns = new ArrayList<>();
        for (int column = 0; column < values.length; column++) {
            PlannedColumn planned = plan.columns().get(column);
            int q = quasi.indexOf(planned.variable());
            int level = q < 0 ? 0 : table.level(q);
            columns.add(new ExtractColumn(
                    planned.name(),
                    planned.variable(),
                    planned.year(),
                    level,
                    codes(planned.variable().hierarchy(), level, values[column]),
                    tails.get(column).bottom(),
                    tails.get(column).top()));
        }
        return columns;
    }

    private static List<Code> codes(Hierarchy hierarchy, int level, int[] present) {
        if (hierarchy instanceof Groups groups) {
            return groups.codes(level);
        }
        return level == 0 || !(hierarchy instanceof Bands)
                ? List.of()
                : IntStream.of(present)
                        .filter(value -> value >= 0)
                        .sorted()
                        .distinct()
                        .mapToObj(value -> new Code(value, hierarchy.label(level, value)))
                        .toList();
    }
}
