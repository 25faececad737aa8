package nl.schakel.release.format;

import java.util.List;
import nl.schakel.catalogue.Code;
import nl.schakel.catalogue.MissingCode;
import nl.schakel.extract.ExtractColumn;

/** {@code lees.do}. Missing codes become the extended missing values {@code .a}, {@code .b} and {@code .c}. */
final class StataScript extends LabelScript {
    StataScript(List<ExtractColumn> columns) {
        super(columns);
    }

    @Override
    void begin(StringBuilder script, List<ExtractColumn> columns) {
        script.append("* Leest gegevens.csv in Stata. Ontbrekende codes worden .a, .b en .c; zie codeboek.csv.\n")
                .append("import delimited \"gegevens.csv\", clear varnames(1) encoding(\"UTF-8\") case(preserve)\n")
                .append("label variable rp `\"")
                .append(escaped(Codebook.PSEUDONYM_LABEL))
                .append("\"'\n");
    }

    @Override
    void column(StringBuilder script, ExtractColumn column) {
        String name = column.name();
        script.append("label variable ")
                .append(name)
                .append(" `\"")
                .append(label(column))
                .append("\"'\n");
        script.append("mvdecode ").append(name).append(", mv(");
        char missing = 'a';
        for (MissingCode code : MissingCode.values()) {
            script.append(missing == 'a' ? "" : " \\ ")
                    .append(code.code())
                    .append("=.")
                    .append(missing++);
        }
        script.append(")\n");
        for (Code code : column.codes()) {
            script.append("label define ")
                    .append(name)
                    .append(' ')
                    .append(code.value())
                    .append(" `\"")
                    .append(label(code))
                    .append("\"', add\n");
        }
        if (!column.codes().isEmpty()) {
            script.append("label values ").append(name).append(' ').append(name).append('\n');
        }
    }

    @Override
    void end(StringBuilder script) {
        script.append("describe\n");
    }

    @Override
    String escaped(String text) {
        return text.replace("`", "'").replace("\"", "'").replace("$", "");
    }
}
