package nl.schakel.extract;

import java.util.List;
import java.util.SortedSet;
import nl.schakel.catalogue.Dataset;
import nl.schakel.catalogue.LegalBasis;
import nl.schakel.catalogue.Occurrence;
import nl.schakel.catalogue.Variable;
import nl.schakel.school.SchoolYear;

/**
 * Variables that are read together.
 *
 * @param variables variables of one dataset, occurrence and legal basis; not empty
 * @param years the school years of the population; not empty
 */
public record ReadGroup(List<Variable> variables, SortedSet<SchoolYear> years) {
    /** Takes a copy of the variables. */
    public ReadGroup {
        variables = List.copyOf(variables);
    }

    /** The dataset of all of them. */
    public Dataset dataset() {
        return variables.get(0).dataset();
    }

    /** Whether there is a value for each school year. */
    public boolean yearly() {
        return variables.get(0).occurrence() == Occurrence.YEARLY;
    }

    /** Whether only pupils with consent are read. */
    public boolean needsConsent() {
        return variables.get(0).basis() == LegalBasis.CONSENT;
    }
}
