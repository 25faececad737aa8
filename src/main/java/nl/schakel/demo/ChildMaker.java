package nl.schakel.demo;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the children of one site, family by family. */
final class ChildMaker {
    private static final double EDUCATION_NUMBER = 0.006;
    private static final double TWIN_BIRTH = 0.008;
    private static final double SAME_SEX_TWINS = 2.0 / 3;
    private static final double REPEATS = 0.02;
    private static final double OLDER = 0.10;
    private static final double GENERAL = 0.65;
    private static final double SPECIAL = 0.40;

    private final WorldPlan plan;
    private final TestNumbers numbers;
    private final Dice dice;
    private final Neighbourhood place;
    private final String site;
    private final List<Child> made = new ArrayList<>();

    /** @param site the six positions that start the keys of its children */
    ChildMaker(WorldPlan plan, TestNumbers numbers, Dice dice, Neighbourhood place, String site) {
        this.plan = plan;
        this.numbers = numbers;
        this.dice = dice;
        this.place = place;
        this.site = site;
    }

    /** Families until there are this many children; the first is a canary, with a name no other has. */
    List<Child> children(int target) {
        int youngest = youngestCohort(plan);
        while (made.size() < target) {
            Household home = Household.draw(dice, place);
            int cohort = dice.between(youngest, 8);
            for (int left = 1 + dice.weighted(0.30, 0.45, 0.25); left > 0 && cohort >= youngest; left--) {
                birth(home, cohort);
                cohort -= dice.between(2, 3);
            }
        }
        return List.copyOf(made);
    }

    /** The grade, in the first year, of those who reach grade 3 in the last. */
    static int youngestCohort(WorldPlan plan) {
        return 3 - (plan.years() - 1);
    }

    private void birth(Household home, int cohort) {
        List<Integer> grades = grades(cohort);
        LocalDate day = birthday(cohort);
        boolean girl = dice.chance(0.49);
        boolean twins = dice.chance(TWIN_BIRTH);
        made.add(child(home, grades, day, girl, twins));
        if (twins) {
            made.add(child(home, grades, day, dice.chance(SAME_SEX_TWINS) == girl, true));
        }
    }

    private List<Integer> grades(int cohort) {
        List<Integer> grades = new ArrayList<>();
        int grade = cohort;
        for (int year = 0; year < plan.years(); year++) {
            grades.add(Math.max(0, Math.min(9, grade)));
            grade += grade >= 3 && grade <= 7 && dice.chance(REPEATS) ? 0 : 1;
        }
        return List.copyOf(grades);
    }

    /** Born in the twelve months up to 30 September that give the grade's usual age; one in ten is a year older. */
    private LocalDate birthday(int cohort) {
        int year = plan.firstYear() - cohort - 4 - (dice.chance(OLDER) ? 1 : 0);
        return LocalDate.of(year, Month.OCTOBER, 1).plusDays(dice.between(0, 364));
    }

    private Child child(Household home, List<Integer> grades, LocalDate day, boolean girl, boolean twin) {
        boolean canary = made.isEmpty();
        Set<Fault> faults = faults();
        boolean education = dice.chance(EDUCATION_NUMBER) && !faults.contains(Fault.NUMBER_CHANGED);
        String number = education ? numbers.nextEducation() : numbers.nextCitizen();
        Optional<String> inFile = canary ? Optional.of(number) : schoolNumber(number, home, faults);
        String key = String.format(Locale.ROOT, "%s.%04d%s", site, made.size(), dice.hex(4));
        PersonName name =
                canary ? Canaries.name(site) : PersonName.of(home.origin().givenName(dice, girl), home.surname());
        return new Child(
                key,
                number,
                inFile,
                numbers.nextRin(),
                name,
                girl,
                day,
                twin,
                canary,
                grades,
                talents(home),
                home,
                canary ? Set.of() : Set.copyOf(faults));
    }

    private Set<Fault> faults() {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        for (Fault.Place kind : List.of(Fault.Place.NUMBER, Fault.Place.CHILD)) {
            double draw = dice.between(0, 999_999) / 1e6;
            for (Fault fault : Fault.values()) {
                if (fault.place() == kind) {
                    if (draw >= 0 && draw < fault.share()) {
                        faults.add(fault);
                    }
                    draw -= fault.share();
                }
            }
        }
        return faults;
    }

    private Optional<String> schoolNumber(String number, Household home, Set<Fault> faults) {
        if (faults.contains(Fault.NUMBER_MISSING)) {
            return Optional.empty();
        }
        if (faults.contains(Fault.NUMBER_MISTYPED)) {
            return Optional.of(Mistakes.number(number, dice));
        }
        if (faults.contains(Fault.NUMBER_OF_ANOTHER)) {
            return Optional.of(anothersNumber(home));
        }
        return Optional.of(faults.contains(Fault.NUMBER_CHANGED) ? numbers.nextEducation() : number);
    }

    /** Of the youngest sister or brother so far, otherwise of the child before. */
    private String anothersNumber(Household home) {
        Child last = made.get(made.size() - 1);
        return made.stream()
                .filter(child -> child.household().equals(home))
                .reduce(last, (one, other) -> other)
                .number();
    }

    private Map<Domain, Double> talents(Household home) {
        double general = home.advantage() + GENERAL * dice.normal();
        Map<Domain, Double> talents = new EnumMap<>(Domain.class);
        for (Domain domain : Domain.values()) {
            talents.put(domain, general + SPECIAL * dice.normal());
        }
        return talents;
    }
}
