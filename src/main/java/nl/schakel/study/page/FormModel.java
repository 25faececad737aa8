package nl.schakel.study.page;

import java.util.List;
import java.util.Map;
import nl.schakel.catalogue.Catalogue;
import nl.schakel.catalogue.LegalBasis;
import nl.schakel.catalogue.Variable;
import nl.schakel.study.RequestText;

/**
 * The request form.
 *
 * @param action path below the portal to which it is sent
 * @param text what stands in it
 * @param team sign-in names, separated by spaces
 * @param years the school years that can be chosen
 */
public record FormModel(String action, RequestText text, String team, List<String> years, List<Group> groups) {
    /** The variables of one dataset. */
    public record Group(String name, String label, String meaning, List<Line> lines) {}

    /** One variable with the reason why it is asked for; empty where it is not. */
    public record Line(String name, String label, String meaning, boolean consent, String reason) {
        /** The name of its field. */
        public String field() {
            return StudyForm.REASON + name;
        }
    }

    static FormModel of(String action, RequestText text, String team, List<String> years, String language) {
        List<Group> groups = Catalogue.standard().datasets().stream()
                .map(dataset -> new Group(
                        dataset.name(),
                        dataset.label().in(language),
                        dataset.meaning().in(language),
                        Catalogue.standard().variables().stream()
                                .filter(variable -> variable.dataset().equals(dataset))
                                .map(variable -> line(variable, text.reasons(), language))
                                .toList()))
                .toList();
        return new FormModel(action, text, team, years, groups);
    }

    private static Line line(Variable variable, Map<String, String> reasons, String language) {
        String name = variable.name().value();
        return new Line(
                name,
                variable.label().in(language),
                variable.meaning().in(language),
                variable.basis() == LegalBasis.CONSENT,
                reasons.getOrDefault(name, ""));
    }

    /** Whether a school year is chosen. */
    public boolean hasYear(String year) {
        return text.schoolYears().contains(year);
    }

    /** Whether a grade is chosen. */
    public boolean hasGrade(int grade) {
        return text.grades().contains(Integer.toString(grade));
    }
}
