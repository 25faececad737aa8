package nl.schakel.release.format;

import java.util.List;
import nl.schakel.catalogue.Code;
import nl.schakel.extract.ExtractColumn;

/** {@code lees.sps}, also for PSPP. */
final class SpssScript extends LabelScript {
    SpssScript(List<ExtractColumn> columns) {
        super(columns);
    }

    @Override
    void begin(StringBuilder script, List<ExtractColumn> columns) {
        script.append("* Leest gegevens.csv in SPSS of PSPP. Ontbrekende codes zijn als zodanig gemerkt.\n")
                .append("GET DATA /TYPE=TXT /FILE='gegevens.csv' /ENCODING='UTF-8' /ARRANGEMENT=DELIMITED\n")
                .append("  /DELIMITERS=',' /QUALIFIER='\"' /FIRSTCASE=2\n  /VARIABLES=\n    rp A26\n");
        for (ExtractColumn column : columns) {
            script.append("    ")
                    .append(column.name())
                    .append(" F12.")
                    .append(column.decimals())
                    .append('\n');
        }
        script.append(".\nVARIABLE LABELS rp '")
                .append(escaped(Codebook.PSEUDONYM_LABEL))
                .append("'.\n");
    }

    @Override
    void column(StringBuilder script, ExtractColumn column) {
        script.append("VARIABLE LABELS ")
                .append(column.name())
                .append(" '")
                .append(label(column))
                .append("'.\n");
        if (!column.codes().isEmpty()) {
            script.append("VALUE LABELS ").append(column.name());
            for (Code code : column.codes()) {
                script.append("\n  ")
                        .append(code.value())
                        .append(" '")
                        .append(label(code))
                        .append("'");
            }
            script.append(".\n");
        }
        script.append("MISSING VALUES ")
                .append(column.name())
                .append(" (")
                .append(missingCodes(", "))
                .append(").\n");
    }

    @Override
    void end(StringBuilder script) {
        script.append("EXECUTE.\n");
    }

    @Override
    String escaped(String text) {
        return text.replace("'", "''");
    }
}
