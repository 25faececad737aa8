package nl.schakel.release.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import nl.schakel.catalogue.Variable;
import nl.schakel.extract.ExtractColumn;
import nl.schakel.school.SchoolYear;

/** The codebook as a table: one line for each column, code lists in one cell. */
final class Codebook {
    static final String PSEUDONYM_LABEL = "pseudoniem van de leerling, alleen binnen dit onderzoek";
    private static final List<String> HEADER = List.of(
            "kolom",
            "label",
            "label_en",
            "betekenis",
            "eenheid",
            "type",
            "decimalen",
            "bron",
            "schooljaar",
            "niveau",
            "ondercode",
            "bovencode",
            "codes",
            "ontbrekend");
    private final List<ExtractColumn> columns;

    Codebook(List<ExtractColumn> columns) {
        this.columns = columns;
    }

    void writeCsv(Writer writer) throws IOException {
        Csv csv = new Csv(writer);
        line(csv, HEADER);
        line(csv, pseudonym());
        for (ExtractColumn column : columns) {
            line(csv, cells(column));
        }
    }

    private static void line(Csv csv, List<String> cells) throws IOException {
        for (String cell : cells) {
            csv.text(cell);
        }
        csv.end();
    }

    private static List<String> pseudonym() {
        return List.of(
                PackageNames.PSEUDONYM,
                PSEUDONYM_LABEL,
                "pseudonym of the pupil, within this study only",
                "26 tekens; komt in geen ander onderzoek voor",
                "",
                "tekst",
                "",
                "Schakel",
                "",
                "",
                "",
                "",
                "",
                "");
    }

    private static List<String> cells(ExtractColumn column) {
        Variable variable = column.variable();
        return List.of(
                column.name(),
                column.label().nl(),
                column.label().en(),
                variable.meaning().nl(),
                variable.unit().nl(),
                variable.type().dutch(),
                Integer.toString(column.decimals()),
                variable.dataset().label().nl(),
                column.schoolYear().map(SchoolYear::toString).orElse(""),
                Integer.toString(column.level()),
                bound(column, true),
                bound(column, false),
                codes(column),
                missing(column));
    }

    static String bound(ExtractColumn column, boolean bottom) {
        return (bottom ? column.bottom() : column.top())
                .stream()
                        .mapToObj(value -> Numbers.decimal(value, column.decimals()))
                        .findFirst()
                        .orElse("");
    }

    static String codes(ExtractColumn column) {
        return column.codes().stream()
                .map(code -> code.value() + " = " + code.label().nl())
                .collect(Collectors.joining("; "));
    }

    static String missing(ExtractColumn column) {
        return column.missing().stream()
                .map(code -> code.code() + " = " + code.label().nl())
                .collect(Collectors.joining("; "));
    }
}
