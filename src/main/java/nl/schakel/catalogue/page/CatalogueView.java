package nl.schakel.catalogue.page;

import java.util.List;
import nl.schakel.catalogue.Variable;

/**
 * What the list of variables shows.
 *
 * @param search the question, as it was asked
 * @param count how many variables answer it
 */
public record CatalogueView(String search, int count, List<Group> groups) {
    /** The variables of one dataset. */
    public record Group(String label, String meaning, List<VariableView> variables) {}

    static CatalogueView of(List<Variable> variables, String search, String language) {
        List<Group> groups = variables.stream()
                .map(Variable::dataset)
                .distinct()
                .map(dataset -> new Group(
                        dataset.label().in(language),
                        dataset.meaning().in(language),
                        variables.stream()
                                .filter(variable -> variable.dataset().equals(dataset))
                                .map(variable -> VariableView.of(variable, language))
                                .toList()))
                .toList();
        return new CatalogueView(search, variables.size(), groups);
    }
}
