package nl.schakel.catalogue.page;

import java.util.List;
import java.util.stream.IntStream;
import nl.schakel.catalogue.Groups;
import nl.schakel.catalogue.Variable;

/**
 * What is shown of one variable, in the language of the page; words of the catalogue as they stand in its file.
 *
 * @param levels the codes of each level, the finest first; empty for a number or year
 */
public record VariableView(
        String name,
        String label,
        String meaning,
        String unit,
        String dataset,
        String type,
        String occurrence,
        String role,
        String basis,
        List<List<CodeView>> levels,
        List<CodeView> missing) {

    /** One code and what it means. */
    public record CodeView(int code, String label) {}

    static VariableView of(Variable variable, String language) {
        return new VariableView(
                variable.name().value(),
                variable.label().in(language),
                variable.meaning().in(language),
                variable.unit().in(language),
                variable.dataset().label().in(language),
                variable.type().dutch(),
                variable.occurrence().dutch(),
                variable.role().dutch(),
                variable.basis().dutch(),
                levels(variable, language),
                variable.missingCodes().stream()
                        .map(missing ->
                                new CodeView(missing.code(), missing.label().in(language)))
                        .toList());
    }

    private static List<List<CodeView>> levels(Variable variable, String language) {
        if (!(variable.hierarchy() instanceof Groups groups)) {
            return List.of();
        }
        return IntStream.range(0, groups.levels())
                .mapToObj(level -> groups.codes(level).stream()
                        .map(code -> new CodeView(code.value(), code.label().in(language)))
                        .toList())
                .toList();
    }
}
