package nl.schakel.study;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.schakel.school.SchoolYear;

/**
 * Which pupils a study is about.
 *
 * @param schoolYears the school years asked for; unmodifiable, empty only in a draft
 * @param grades the grades asked for; unmodifiable, empty means every grade
 */
public record Population(SortedSet<SchoolYear> schoolYears, SortedSet<Grade> grades) {
    /** Takes copies. */
    public Population {
        schoolYears = Collections.unmodifiableSortedSet(new TreeSet<>(schoolYears));
        grades = Collections.unmodifiableSortedSet(new TreeSet<>(grades));
    }

    /** The population of these school years and grades, in any order. */
    public static Population of(Set<SchoolYear> schoolYears, Set<Grade> grades) {
        return new Population(new TreeSet<>(schoolYears), new TreeSet<>(grades));
    }

    /** A population that nobody described yet. */
    public static Population none() {
        return of(Set.of(), Set.of());
    }
}
