package nl.schakel.disclosure;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What somebody could know of each person, and what must not be learnt: one row per person, with the whole sequence over
 * the years in its columns. So k counts persons, and never rows of one person.
 *
 * <p>Immutable and thread-safe.
 */
public final class PersonTable {
    /** The largest number of quasi-identifying columns: more could not be protected with any use left. */
    public static final int MOST_COLUMNS = 62;

    private final int rows;
    private final List<QuasiIdentifier> quasi;
    private final List<SensitiveColumn> sensitive;
    private final int[] firstColumn;

    private PersonTable(int rows, List<QuasiIdentifier> quasi, List<SensitiveColumn> sensitive) {
        this.rows = rows;
        this.quasi = List.copyOf(quasi);
        this.sensitive = List.copyOf(sensitive);
        this.firstColumn = new int[quasi.size() + 1];
        for (int q = 0; q < quasi.size(); q++) {
            firstColumn[q + 1] = firstColumn[q] + quasi.get(q).columns();
        }
    }

    /**
     * Makes a table.
     *
     * @throws IllegalArgumentException where columns differ in length or there are more than {@link #MOST_COLUMNS}
     */
    public static PersonTable of(int rows, List<QuasiIdentifier> quasi, List<SensitiveColumn> sensitive) {
        boolean even = quasi.stream().allMatch(q -> q.rows() == rows)
                && sensitive.stream().allMatch(s -> s.rows() == rows);
        if (!even || quasi.stream().mapToInt(QuasiIdentifier::columns).sum() > MOST_COLUMNS) {
            throw new IllegalArgumentException("columns of one length, at most " + MOST_COLUMNS);
        }
        return new PersonTable(rows, quasi, sensitive);
    }

    /** The number of persons. */
    public int rows() {
        return rows;
    }

    /** The quasi-identifiers. */
    public List<QuasiIdentifier> quasi() {
        return quasi;
    }

    /** The columns of sensitive variables. */
    public List<SensitiveColumn> sensitive() {
        return sensitive;
    }

    /** The number of quasi-identifying columns, all moments counted. */
    int columns() {
        return firstColumn[quasi.size()];
    }

    /** The position among all quasi-identifying columns of a column of one quasi-identifier. */
    int column(int q, int moment) {
        return firstColumn[q] + moment;
    }

    /** The quasi-identifier to which a column belongs. */
    int quasiOf(int column) {
        int q = 0;
        while (firstColumn[q + 1] <= column) {
            q++;
        }
        return q;
    }

    int momentOf(int column) {
        return column - firstColumn[quasiOf(column)];
    }

    /** The classes of persons whose whole sequence is equal, each quasi-identifier on its level. */
    Classes classes(int[] levels) {
        return keys(levels).classes();
    }

    Keys keys(int[] levels) {
        Keys keys = new Keys(rows);
        for (int q = 0; q < quasi.size(); q++) {
            QuasiIdentifier one = quasi.get(q);
            for (int moment = 0; moment < one.columns(); moment++) {
                keys.add(one.positions(moment), one.groupOf(levels[q]), one.groups(levels[q]));
            }
        }
        return keys;
    }

    /** The same table without one quasi-identifier. */
    PersonTable without(int q) {
        List<QuasiIdentifier> others = IntStream.range(0, quasi.size())
                .filter(other -> other != q)
                .mapToObj(quasi::get)
                .toList();
        return new PersonTable(rows, others, sensitive);
    }

    int[] topLevels() {
        return quasi.stream().mapToInt(q -> q.levels() - 1).toArray();
    }
}
