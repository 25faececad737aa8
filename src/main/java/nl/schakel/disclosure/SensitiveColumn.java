package nl.schakel.disclosure;

/** One column of a sensitive variable: a value or missing code per person. Immutable and thread-safe. */
public final class SensitiveColumn {
    private final String name;
    private final int[] values;

    private SensitiveColumn(String name, int[] values) {
        this.name = name;
        this.values = values;
    }

    /** Takes a copy of the values. */
    public static SensitiveColumn of(String name, int[] values) {
        return new SensitiveColumn(name, values.clone());
    }

    /** The name of the column. */
    public String name() {
        return name;
    }

    int value(int row) {
        return values[row];
    }

    int rows() {
        return values.length;
    }
}
