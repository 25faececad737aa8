package nl.schakel.demo;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;

/**
 * A made-up education population, school after school. Holds counters only: the memory of a world is that of its largest
 * school, whatever its size. Goes over the world once; not thread-safe.
 */
public final class World implements Iterator<School> {
    private static final double TWO_SITES = 0.10;
    private static final double TESTS_AFTER_CLOSURE = 0.4;
    private static final double NEIGHBOURS = 0.5;
    private static final List<String> DENOMINATIONS =
            List.of("Openbaar", "Rooms-Katholiek", "Protestants-Christelijk", "Algemeen bijzonder", "Islamitisch");
    private static final List<String> SCHOOL_NAMES = List.of(
            "De Kersentuin",
            "Het Kompas",
            "De Vlinder",
            "De Regenboog",
            "De Wegwijzer",
            "Het Anker",
            "De Klimboom",
            "De Zonnewijzer",
            "Het Palet",
            "De Springplank",
            "De Horizon",
            "De Sterrenwacht",
            "De Waterlelie",
            "Het Mozaïek",
            "De Windroos",
            "De Zilvermeeuw",
            "De Boomgaard",
            "Het Talent",
            "De Ontdekking",
            "De Brug");

    private final WorldPlan plan;
    private final TestNumbers numbers;
    private int next;

    /** The start of the world of this plan. */
    public World(WorldPlan plan) {
        this.plan = plan;
        this.numbers = new TestNumbers(plan.seed());
    }

    @Override
    public boolean hasNext() {
        return next < plan.schools();
    }

    @Override
    public School next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int index = next++;
        Dice dice = Dice.of(plan.seed(), index);
        String brin = TestSchools.brin(index);
        String name = dice.pick(SCHOOL_NAMES);
        Neighbourhood place = Neighbourhood.draw(dice);
        List<Site> sites = new ArrayList<>();
        sites.add(site(brin, "00", name, place, dice));
        if (dice.chance(TWO_SITES)) {
            sites.add(site(brin, "01", name + " (dependance)", place, dice));
        }
        int neighbours = (int) (NEIGHBOURS * sites.get(0).children().size());
        return new School(index, brin, name, List.copyOf(sites), neighbours(index, neighbours, place, dice));
    }

    private Site site(String brin, String code, String name, Neighbourhood place, Dice dice) {
        String denomination = DENOMINATIONS.get(dice.weighted(0.32, 0.30, 0.26, 0.09, 0.03));
        boolean testsAfterClosure = dice.chance(TESTS_AFTER_CLOSURE);
        int cohorts = 8 - ChildMaker.youngestCohort(plan) + 1;
        int groupSize = (int) Math.max(6, Math.min(60, 25 * Math.exp(0.35 * dice.normal())));
        List<Child> children = new ChildMaker(plan, numbers, dice, place, brin + code).children(groupSize * cohorts);
        return new Site(brin, code, name, denomination, plan.firstYear(), testsAfterClosure, children);
    }

    private List<Child> neighbours(int index, int count, Neighbourhood place, Dice dice) {
        return new ChildMaker(plan, numbers, dice, place, String.format(Locale.ROOT, "N%05d", index))
                .children(Math.max(1, count));
    }
}
