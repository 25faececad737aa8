package nl.schakel.release.format;

import java.util.List;
import nl.schakel.catalogue.Code;
import nl.schakel.catalogue.MissingCode;
import nl.schakel.extract.ExtractColumn;

/** A script that reads {@code gegevens.csv} in one statistics program with labels and missing codes. */
abstract class LabelScript {
    private final List<ExtractColumn> columns;

    LabelScript(List<ExtractColumn> columns) {
        this.columns = columns;
    }

    /** The whole script, lines ended by a newline. */
    final String text() {
        StringBuilder script = new StringBuilder(1 << 13);
        begin(script, columns);
        for (ExtractColumn column : columns) {
            column(script, column);
        }
        end(script);
        return script.toString();
    }

    abstract void begin(StringBuilder script, List<ExtractColumn> columns);

    abstract void column(StringBuilder script, ExtractColumn column);

    abstract void end(StringBuilder script);

    /** The text within a string of the program, its quotes not included. */
    abstract String escaped(String text);

    final String label(ExtractColumn column) {
        return escaped(oneLine(column.label().nl()));
    }

    final String label(Code code) {
        return escaped(oneLine(code.label().nl()));
    }

    static String missingCodes(String separator) {
        StringBuilder codes = new StringBuilder();
        for (MissingCode code : MissingCode.values()) {
            codes.append(codes.isEmpty() ? "" : separator).append(code.code());
        }
        return codes.toString();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
