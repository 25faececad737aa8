package nl.schakel.extract;

import java.util.List;
import nl.schakel.pseudonym.ResearchPseudonym;

/**
 * The content of an extract while it is being built: one row per pupil, generalized and suppressed, in the order of the
 * keyed sort. It exists in memory only; whoever takes it encrypts it and stores nothing in clear.
 */
public interface ExtractContent {
    /** The columns after the pseudonym, in the order of the values of a row; never empty. */
    List<ExtractColumn> columns();

    /** The number of rows. */
    int rows();

    /** Hands over every row in order, each time the same; may be called more than once. */
    void forEachRow(RowReader reader);

    /** Takes one row. */
    @FunctionalInterface
    interface RowReader {
        /**
         * Takes the next row.
         *
         * @param pseudonym the pupil, within this study only
         * @param values one whole number for each column; negative numbers are missing codes. The array is reused
         */
        void row(ResearchPseudonym pseudonym, int[] values);
    }
}
