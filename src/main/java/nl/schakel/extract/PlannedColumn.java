package nl.schakel.extract;

import java.util.Optional;
import nl.schakel.catalogue.Groups;
import nl.schakel.catalogue.MissingCode;
import nl.schakel.catalogue.Variable;
import nl.schakel.school.SchoolYear;

/** A column that an extract will have. */
record PlannedColumn(Variable variable, Optional<SchoolYear> year) {
    String name() {
        return year.map(of -> variable.name() + "_" + of.start())
                .orElse(variable.name().value());
    }

    /** What stands in a cell until a row of the source fills it. */
    int absent() {
        return variable.dataset().register() ? MissingCode.NOT_LINKED.code() : MissingCode.NO_DATA.code();
    }

    /** The value, or "no data" where the source holds something that the catalogue does not know. */
    int checked(int value) {
        boolean known = !(variable.hierarchy() instanceof Groups groups)
                || groups.codes().stream().anyMatch(code -> code.value() == value);
        return value >= 0 && known ? value : MissingCode.NO_DATA.code();
    }
}
