package nl.schakel.extract;

import java.util.List;
import nl.schakel.pseudonym.ResearchPseudonym;

/** The content of an extract in memory. */
final class ReleasedRows implements ExtractContent {
    private final List<ExtractColumn> columns;
    private final List<ResearchPseudonym> pseudonyms;
    private final ProtectedExtract extract;

    /** @param pseudonyms of the rows that stay, in their order */
    ReleasedRows(ProtectedExtract extract, List<ResearchPseudonym> pseudonyms) {
        this.columns = extract.columns();
        this.pseudonyms = List.copyOf(pseudonyms);
        this.extract = extract;
    }

    @Override
    public List<ExtractColumn> columns() {
        return columns;
    }

    @Override
    public int rows() {
        return pseudonyms.size();
    }

    @Override
    public void forEachRow(RowReader reader) {
        int[] values = new int[columns.size()];
        for (int row = 0; row < pseudonyms.size(); row++) {
            for (int column = 0; column < values.length; column++) {
                values[column] = extract.values(column)[row];
            }
            reader.row(pseudonyms.get(row), values);
        }
    }
}
