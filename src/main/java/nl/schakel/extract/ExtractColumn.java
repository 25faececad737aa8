package nl.schakel.extract;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.schakel.catalogue.Code;
import nl.schakel.catalogue.Label;
import nl.schakel.catalogue.MissingCode;
import nl.schakel.catalogue.Variable;
import nl.schakel.school.SchoolYear;

/**
 * One column of an extract and its codebook entry.
 *
 * @param name column name: the variable's name, for yearly variables with the starting year ({@code leerjaar_2020})
 * @param variable the variable of the catalogue
 * @param schoolYear the school year of the values; present exactly for yearly variables
 * @param level the level of the variable's hierarchy, 0 for the value itself
 * @param codes the codes that can stand in the column on that level, in order; empty for a number or year on level 0
 * @param bottom the bottom code: every value at or below it was replaced by it; empty where nothing was
 * @param top the top code: every value at or above it was replaced by it; empty where nothing was
 */
public record ExtractColumn(
        String name,
        Variable variable,
        Optional<SchoolYear> schoolYear,
        int level,
        List<Code> codes,
        OptionalInt bottom,
        OptionalInt top) {

    /** Takes a copy of the codes. */
    public ExtractColumn {
        codes = List.copyOf(codes);
    }

    /** The variable's label, for yearly variables with the school year. */
    public Label label() {
        Label label = variable.label();
        return schoolYear
                .map(year -> new Label(label.nl() + " (" + year + ")", label.en() + " (" + year + ")"))
                .orElse(label);
    }

    /** How many of a value's digits stand behind the decimal point; missing codes and codes have none. */
    public int decimals() {
        return variable.decimals();
    }

    /** The missing codes that can stand in the column. */
    public List<MissingCode> missing() {
        return variable.missingCodes();
    }
}
