package nl.schakel.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A made-up child, as it truly is; what the school's file makes of it is {@link PupilRow}.
 *
 * @param key its key in the pupil administration (LAS), unique in the world
 * @param number its number in the register
 * @param schoolNumber its number in the school's file, empty where missing
 * @param rin its RINPERSOON
 * @param grades its grade in each school year of the world, 0 to 9 where not in the groups 1 to 8
 * @param talents standard scores per {@link Domain}, without the home
 * @param faults what goes wrong with it in the school's file
 */
public record Child(
        String key,
        String number,
        Optional<String> schoolNumber,
        String rin,
        PersonName name,
        boolean girl,
        LocalDate birth,
        boolean twin,
        boolean canary,
        List<Integer> grades,
        Map<Domain, Double> talents,
        Household household,
        Set<Fault> faults) {

    /** The grade in the school year with this index, or 0 where the child is not in the groups 1 to 8 then. */
    public int grade(int yearIndex) {
        int grade = grades.get(yearIndex);
        return grade >= 1 && grade <= 8 ? grade : 0;
    }

    /** Whether the monitoring system holds the child in that year: groups 3 to 8. */
    public boolean monitored(int yearIndex) {
        return grade(yearIndex) >= 3;
    }

    /** Whether the registers know the child. */
    public boolean registered() {
        return !faults.contains(Fault.NOT_IN_REGISTER);
    }

    /** The talent for a domain, as a standard score. */
    double talent(Domain domain) {
        return talents.getOrDefault(domain, 0.0);
    }

    /** The parents' education as a class: 0 unknown, 1 low, 2 middle, 3 high. */
    int schooling() {
        return household.schooling();
    }
}
