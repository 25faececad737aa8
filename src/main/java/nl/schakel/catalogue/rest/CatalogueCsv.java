package nl.schakel.catalogue.rest;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.schakel.catalogue.Code;
import nl.schakel.catalogue.Variable;

/** Variables as a table: UTF-8, semicolons, a header, every field quoted where it needs it (RFC 4180). */
final class CatalogueCsv {
    private static final String HEADER =
            "naam;gegevensset;label_nl;label_en;betekenis;meaning;eenheid;soort;decimalen;per;rol;grondslag;codes;ontbrekend";

    private CatalogueCsv() {}

    static String of(List<Variable> variables) {
        return Stream.concat(Stream.of(HEADER), variables.stream().map(CatalogueCsv::line))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String line(Variable variable) {
        return Stream.of(
                        variable.name().value(),
                        variable.dataset().name(),
                        variable.label().nl(),
                        variable.label().en(),
                        variable.meaning().nl(),
                        variable.meaning().en(),
                        variable.unit().nl(),
                        variable.type().dutch(),
                        Integer.toString(variable.decimals()),
                        variable.occurrence().dutch(),
                        variable.role().dutch(),
                        variable.basis().dutch(),
                        codes(variable.codes()),
                        codes(variable.missingCodes().stream()
                                .map(missing -> new Code(missing.code(), missing.label()))
                                .toList()))
                .map(CatalogueCsv::quoted)
                .collect(Collectors.joining(";"));
    }

    private static String codes(List<Code> codes) {
        return codes.stream()
                .map(code -> code.value() + "=" + code.label().nl())
                .collect(Collectors.joining(" | "));
    }

    private static String quoted(String text) {
        return text.matches("[^;\"\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
