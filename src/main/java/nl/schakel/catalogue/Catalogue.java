package nl.schakel.catalogue;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All variables, in the order of the catalogue file. Immutable. */
public final class Catalogue {
    private final Map<VariableName, Variable> variables = new LinkedHashMap<>();

    /** @throws IllegalArgumentException where a name occurs twice */
    public Catalogue(Collection<Variable> variables) {
        for (Variable variable : variables) {
            if (this.variables.put(variable.name(), variable) != null) {
                throw new IllegalArgumentException("a variable occurs twice: " + variable.name());
            }
        }
    }

    /** The catalogue of this version of the product. */
    public static Catalogue standard() {
        return Standard.CATALOGUE;
    }

    /** All variables; never empty in the {@link #standard} catalogue. */
    public List<Variable> variables() {
        return List.copyOf(variables.values());
    }

    /** The variable of this name, or empty. */
    public Optional<Variable> find(VariableName name) {
        return Optional.ofNullable(variables.get(name));
    }

    /** The variable of this name. @throws IllegalArgumentException where there is none */
    public Variable require(VariableName name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("not in the catalogue: " + name));
    }

    /** The datasets that have variables, in the order of their first variable. */
    public List<Dataset> datasets() {
        return variables.values().stream().map(Variable::dataset).distinct().toList();
    }

    /**
     * The variables in which every word of the question occurs, in the order of the catalogue: in the name, the labels or
     * the meanings, whatever the case. A blank question finds all.
     */
    public List<Variable> search(String question) {
        List<String> words = Arrays.stream(question.toLowerCase(Locale.ROOT).split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        return variables.values().stream()
                .filter(variable -> words.stream().allMatch(text(variable)::contains))
                .toList();
    }

    private static String text(Variable variable) {
        return String.join(
                        " ",
                        variable.name().value(),
                        variable.label().nl(),
                        variable.label().en(),
                        variable.meaning().nl(),
                        variable.meaning().en(),
                        variable.dataset().label().nl(),
                        variable.dataset().label().en())
                .toLowerCase(Locale.ROOT);
    }

    private static final class Standard {
        private static final Catalogue CATALOGUE = CatalogueFile.standard();
    }
}
