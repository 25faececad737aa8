package nl.schakel.extract;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.schakel.pseudonym.PersonKey;

/** The values of all persons as they are in the source: a column of whole numbers for each planned column. */
final class ExtractCells {
    private final ExtractPlan plan;
    private final Map<PersonKey, Integer> rowOf = new HashMap<>();
    private final int[][] columns;
    private final IdentityHashMap<ReadGroup, Map<Integer, int[]>> places = new IdentityHashMap<>();

    /** @param persons in the order of the rows */
    ExtractCells(ExtractPlan plan, List<PersonKey> persons) {
        this.plan = plan;
        this.columns = new int[plan.columns().size()][persons.size()];
        for (int column = 0; column < columns.length; column++) {
            Arrays.fill(columns[column], plan.columns().get(column).absent());
        }
        for (PersonKey person : persons) {
            rowOf.put(person, rowOf.size());
        }
    }

    /** Fills in the values of one row of a source; of a person who is no member, nothing. */
    void fill(ReadGroup group, PersonKey person, int schoolYear, int[] values) {
        Optional<Integer> row = Optional.ofNullable(rowOf.get(person));
        int[] place = places.computeIfAbsent(group, fresh -> new HashMap<>())
                .computeIfAbsent(schoolYear, year -> places(group, year));
        for (int i = 0; i < values.length && row.isPresent(); i++) {
            columns[place[i]][row.get()] = plan.columns().get(place[i]).checked(values[i]);
        }
    }

    private int[] places(ReadGroup group, int schoolYear) {
        return group.variables().stream()
                .mapToInt(variable -> plan.position(variable, schoolYear))
                .toArray();
    }

    int[] column(int position) {
        return columns[position];
    }

    int rows() {
        return rowOf.size();
    }
}
