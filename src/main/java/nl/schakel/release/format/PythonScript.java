package nl.schakel.release.format;

import java.util.List;
import nl.schakel.catalogue.Code;
import nl.schakel.extract.ExtractColumn;

/** {@code lees.py}, with pandas. */
final class PythonScript extends LabelScript {
    PythonScript(List<ExtractColumn> columns) {
        super(columns);
    }

    @Override
    void begin(StringBuilder script, List<ExtractColumn> columns) {
        script.append("# Leest gegevens.csv met pandas. Ontbrekende codes worden leeg; zie codeboek.csv.\n")
                .append(
                        "import pandas\n\ngegevens = pandas.read_csv(\"gegevens.csv\", encoding=\"utf-8\", na_values=[\"")
                .append(missingCodes("\", \""))
                .append("\"])\nlabels = {}\n");
    }

    @Override
    void column(StringBuilder script, ExtractColumn column) {
        String name = "\"" + column.name() + "\"";
        script.append("labels[")
                .append(name)
                .append("] = \"")
                .append(label(column))
                .append("\"\n");
        if (!column.codes().isEmpty()) {
            script.append("gegevens[")
                    .append(name)
                    .append("] = gegevens[")
                    .append(name)
                    .append("].map({");
            for (Code code : column.codes()) {
                script.append(code.value()).append(": \"").append(label(code)).append("\", ");
            }
            script.append("}).astype(\"category\")\n");
        }
    }

    @Override
    void end(StringBuilder script) {
        script.append("gegevens.attrs[\"labels\"] = labels\nprint(gegevens.describe(include=\"all\"))\n");
    }

    @Override
    String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
