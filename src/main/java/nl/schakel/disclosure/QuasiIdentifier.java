package nl.schakel.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nl.schakel.catalogue.Hierarchy;

/**
 * One quasi-identifier of all persons: a column for each moment, all on the same level of one hierarchy. Cells are kept as
 * positions in the sorted dictionary of values, so that nothing computed from it depends on the order of rows.
 *
 * <p>Immutable and thread-safe.
 */
public final class QuasiIdentifier {
    private final String name;
    private final int[][] cells;
    private final int[] dictionary;
    private final Level[] levels;

    /** One level: the group of each dictionary entry, and the value and penalty of each group. */
    private static final class Level {
        private final int[] groupOf;
        private final int[] values;
        private final double[] penalties;
        private final double totalPenalty;

        Level(int[] groupOf, int[] values, double[] penalties, double totalPenalty) {
            this.groupOf = groupOf;
            this.values = values;
            this.penalties = penalties;
            this.totalPenalty = totalPenalty;
        }
    }

    private QuasiIdentifier(String name, Hierarchy hierarchy, List<int[]> columns) {
        this.name = name;
        this.dictionary = columns.stream()
                .flatMapToInt(Arrays::stream)
                .sorted()
                .distinct()
                .toArray();
        this.cells = columns.stream().map(this::positions).toArray(int[][]::new);
        this.levels = IntStream.range(0, hierarchy.levels())
                .mapToObj(level -> level(hierarchy, level))
                .toArray(Level[]::new);
    }

    /**
     * Makes a quasi-identifier.
     *
     * @param columns one column per moment, each with one value per person: values of level 0 or missing codes
     * @throws IllegalArgumentException where there is no column, columns differ in length, or a value is not in the hierarchy
     */
    public static QuasiIdentifier of(String name, Hierarchy hierarchy, List<int[]> columns) {
        if (columns.stream().mapToInt(column -> column.length).distinct().count() != 1) {
            throw new IllegalArgumentException("columns of one length, at least one");
        }
        return new QuasiIdentifier(name, hierarchy, columns);
    }

    private int[] positions(int[] column) {
        return Arrays.stream(column)
                .map(value -> Arrays.binarySearch(dictionary, value))
                .toArray();
    }

    private Level level(Hierarchy hierarchy, int level) {
        int[] generalized = Arrays.stream(dictionary)
                .map(value -> hierarchy.at(level, value))
                .toArray();
        int[] values = Arrays.stream(generalized).sorted().distinct().toArray();
        int[] groupOf = Arrays.stream(generalized)
                .map(value -> Arrays.binarySearch(values, value))
                .toArray();
        int span = span();
        double[] penalties = Arrays.stream(values)
                .mapToDouble(value -> hierarchy.penalty(level, value, span))
                .toArray();
        return new Level(groupOf, values, penalties, totalPenalty(groupOf, penalties));
    }

    private int span() {
        int[] present = Arrays.stream(dictionary).filter(value -> value >= 0).toArray();
        return present.length == 0 ? 1 : present[present.length - 1] - present[0] + 1;
    }

    private double totalPenalty(int[] groupOf, double[] penalties) {
        long[] counts = new long[penalties.length];
        for (int[] column : cells) {
            for (int position : column) {
                counts[groupOf[position]]++;
            }
        }
        double total = 0;
        for (int group = 0; group < counts.length; group++) {
            total += counts[group] * penalties[group];
        }
        return total;
    }

    /** The name of the variable. */
    public String name() {
        return name;
    }

    /** The number of columns, one for each moment. */
    public int columns() {
        return cells.length;
    }

    /** The number of levels of its hierarchy. */
    public int levels() {
        return levels.length;
    }

    int rows() {
        return cells[0].length;
    }

    /** The number of different groups on a level. */
    int groups(int level) {
        return levels[level].values.length;
    }

    /** The group of a cell on a level: 0 to {@link #groups} - 1. */
    int group(int level, int column, int row) {
        return levels[level].groupOf[cells[column][row]];
    }

    /** The value of a cell on a level: what stands in the released file unless it is suppressed. */
    public int value(int level, int column, int row) {
        return levels[level].values[group(level, column, row)];
    }

    /** The penalty of a cell on a level. */
    double penalty(int level, int column, int row) {
        return levels[level].penalties[group(level, column, row)];
    }

    /** The sum of the penalties of all cells on a level. */
    double totalPenalty(int level) {
        return levels[level].totalPenalty;
    }

    int[] positions(int column) {
        return cells[column];
    }

    int[] groupOf(int level) {
        return levels[level].groupOf;
    }
}
