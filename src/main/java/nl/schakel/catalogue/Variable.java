package nl.schakel.catalogue;

import java.util.List;

/**
 * One variable that a study can request; every cell is a whole number.
 *
 * @param meaning what the value says, in full sentences
 * @param unit what is counted or measured
 * @param decimals how many of the number's digits stand behind the decimal point, 0 to 3; 0 for codes and years
 * @param hierarchy how it is made coarser; for codes it also holds the code list
 * @param expression SQL aggregate over the rows {@code v} of the dataset's view that belong to one pupil (and, where it
 *     occurs yearly, one school year); gives an integer or null
 */
public record Variable(
        VariableName name,
        Dataset dataset,
        Label label,
        Label meaning,
        Label unit,
        ValueType type,
        int decimals,
        Occurrence occurrence,
        DisclosureRole role,
        LegalBasis basis,
        Hierarchy hierarchy,
        String expression) {

    /** The code list; empty where the variable is a number or year. */
    public List<Code> codes() {
        return hierarchy instanceof Groups groups ? groups.codes() : List.of();
    }

    /** The missing codes that can stand in its cells. */
    public List<MissingCode> missingCodes() {
        return dataset.register()
                ? List.of(MissingCode.NO_DATA, MissingCode.NOT_LINKED, MissingCode.SUPPRESSED)
                : List.of(MissingCode.NO_DATA, MissingCode.SUPPRESSED);
    }
}
