package nl.schakel.release.format;

import java.util.List;
import java.util.stream.Collectors;
import nl.schakel.catalogue.Code;
import nl.schakel.extract.ExtractColumn;

/** {@code lees.R}, base R only. */
final class RScript extends LabelScript {
    RScript(List<ExtractColumn> columns) {
        super(columns);
    }

    @Override
    void begin(StringBuilder script, List<ExtractColumn> columns) {
        script.append("# Leest gegevens.csv in R. Ontbrekende codes worden NA; zie codeboek.csv.\n")
                .append("gegevens <- read.csv(\"gegevens.csv\", fileEncoding = \"UTF-8\", stringsAsFactors = FALSE,\n")
                .append("  na.strings = c(\"")
                .append(missingCodes("\", \""))
                .append("\"))\n");
    }

    @Override
    void column(StringBuilder script, ExtractColumn column) {
        String name = "gegevens$" + column.name();
        if (!column.codes().isEmpty()) {
            script.append(name)
                    .append(" <- factor(")
                    .append(name)
                    .append(", levels = c(")
                    .append(joined(column, code -> Integer.toString(code.value())))
                    .append("), labels = c(")
                    .append(joined(column, code -> "\"" + label(code) + "\""))
                    .append("))\n");
        }
        script.append("attr(")
                .append(name)
                .append(", \"label\") <- \"")
                .append(label(column))
                .append("\"\n");
    }

    @Override
    void end(StringBuilder script) {
        script.append("str(gegevens)\n");
    }

    @Override
    String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String joined(ExtractColumn column, java.util.function.Function<Code, String> part) {
        return column.codes().stream().map(part).collect(Collectors.joining(", "));
    }
}
