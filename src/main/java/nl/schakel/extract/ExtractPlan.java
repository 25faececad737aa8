package nl.schakel.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import nl.schakel.catalogue.Catalogue;
import nl.schakel.catalogue.DisclosureRole;
import nl.schakel.catalogue.LegalBasis;
import nl.schakel.catalogue.Occurrence;
import nl.schakel.catalogue.Variable;
import nl.schakel.catalogue.VariableName;
import nl.schakel.school.SchoolYear;
import nl.schakel.study.ApprovedStudy;

/** The columns of an extract, in the order of the request, and how they are read. */
final class ExtractPlan {
    private final SortedSet<SchoolYear> years;
    private final List<Variable> variables;
    private final List<PlannedColumn> columns = new ArrayList<>();

    private ExtractPlan(SortedSet<SchoolYear> years, List<Variable> variables) {
        this.years = years;
        this.variables = variables;
        variables.forEach(variable -> columnsOf(variable).forEach(columns::add));
    }

    /** The plan of a study. @throws ExtractRefused.VariableGone where the catalogue lacks a granted variable */
    static ExtractPlan of(ApprovedStudy study, Catalogue catalogue) {
        List<String> gone = study.variableNames().stream()
                .filter(name -> catalogue.find(name).isEmpty())
                .map(VariableName::value)
                .toList();
        if (!gone.isEmpty()) {
            throw new ExtractRefused.VariableGone(gone);
        }
        List<Variable> variables = study.variableNames().stream()
                .distinct()
                .map(catalogue::require)
                .toList();
        return new ExtractPlan(study.population().schoolYears(), variables);
    }

    private Stream<PlannedColumn> columnsOf(Variable variable) {
        return variable.occurrence() == Occurrence.ONCE
                ? Stream.of(new PlannedColumn(variable, Optional.empty()))
                : years.stream().map(year -> new PlannedColumn(variable, Optional.of(year)));
    }

    List<PlannedColumn> columns() {
        return columns;
    }

    /** The variables with this role, each with the positions of its columns. */
    Map<Variable, List<Integer>> positions(DisclosureRole role) {
        Map<Variable, List<Integer>> positions = new LinkedHashMap<>();
        for (int column = 0; column < columns.size(); column++) {
            Variable variable = columns.get(column).variable();
            if (variable.role() == role) {
                positions.computeIfAbsent(variable, key -> new ArrayList<>()).add(column);
            }
        }
        return positions;
    }

    boolean needsConsent() {
        return variables.stream().anyMatch(variable -> variable.basis() == LegalBasis.CONSENT);
    }

    /** What is read in one statement each: variables of one dataset, occurrence and legal basis. */
    List<ReadGroup> groups() {
        Map<List<Object>, List<Variable>> grouped = new LinkedHashMap<>();
        for (Variable variable : variables) {
            List<Object> key = List.of(variable.dataset(), variable.occurrence(), variable.basis());
            grouped.computeIfAbsent(key, fresh -> new ArrayList<>()).add(variable);
        }
        return grouped.values().stream()
                .map(group -> new ReadGroup(group, years))
                .toList();
    }

    /** The position of the column of a variable and school year (of no meaning for a variable that occurs once). */
    int position(Variable variable, int schoolYear) {
        for (int column = 0; column < columns.size(); column++) {
            PlannedColumn planned = columns.get(column);
            boolean sameYear =
                    planned.year().map(year -> year.start() == schoolYear).orElse(true);
            if (planned.variable().name().equals(variable.name()) && sameYear) {
                return column;
            }
        }
        throw new IllegalArgumentException("no such column");
    }
}
