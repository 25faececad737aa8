package nl.schakel.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The school's monitoring system: M and E tests of groups 3 to 8, with abilities that grow from moment to moment and fall
 * behind in the years of closed schools, more so for children of parents with little schooling.
 */
public final class TestRoom {
    private static final double PRESENT = 0.96;
    private static final double NOISE = 0.30;
    private static final double BARE = 0.03;
    private static final double RECOVERED = 0.15;
    private static final int CLOSURE_YEAR = 2019;
    private static final double[] LEVELS = {0.6745, 0, -0.6745, -1.2816};

    private final WorldPlan plan;

    /** The monitoring systems of this world's schools. */
    public TestRoom(WorldPlan plan) {
        this.plan = plan;
    }

    /** The results of one school year, child by child, so that the results of one key stand together. */
    public List<TestScore> scores(Site site, int yearIndex) {
        List<TestScore> scores = new ArrayList<>();
        for (Child child : site.children()) {
            if (child.monitored(yearIndex)) {
                Dice dice = Dice.of(plan.seed(), child.key().hashCode(), 2, yearIndex);
                for (Moment moment : moments(site, child.grade(yearIndex), plan.firstYear() + yearIndex)) {
                    for (Domain domain : Domain.values()) {
                        sit(child, domain, moment, dice, scores);
                    }
                }
            }
        }
        return scores;
    }

    private static List<Moment> moments(Site site, int grade, int year) {
        Moment middle = new Moment(year, grade, false);
        boolean end = grade < 8 && (year != CLOSURE_YEAR || site.testsAfterClosure());
        return end ? List.of(middle, new Moment(year, grade, true)) : List.of(middle);
    }

    private void sit(Child child, Domain domain, Moment moment, Dice dice, List<TestScore> scores) {
        if (!dice.chance(PRESENT)) {
            return;
        }
        LocalDate day = moment.firstDay(domain.week()).plusDays(dice.between(0, 3));
        TestScore score = score(child, domain, moment, day, dice);
        if (dice.chance(Fault.DATE_OUTSIDE_YEAR.share())) {
            score = score.on(day.minusYears(1));
        } else if (dice.chance(Fault.UNKNOWN_PUPIL.share())) {
            score = score.of(child.key() + "-oud");
        } else if (dice.chance(Fault.DOUBLE_RESULT.share())) {
            scores.add(score);
        }
        scores.add(score);
    }

    private static TestScore score(Child child, Domain domain, Moment moment, LocalDate day, Dice dice) {
        AbilityScale scale = AbilityScale.of(domain);
        double behind = lost(child, scale, moment) / scale.spread();
        double z = child.talent(domain) - behind + NOISE * dice.normal();
        double ability = scale.start() + scale.gain() * moment.step() + scale.spread() * z;
        int items = 40 + 2 * moment.grade();
        double share = 1 / (1 + Math.exp(-(0.6 + 1.1 * z)));
        return new TestScore(
                child.key(),
                domain,
                moment,
                day,
                items,
                (int) Math.round(items * share),
                Math.round(Math.max(1, ability) * 10) / 10.0,
                level(z),
                dice.chance(BARE));
    }

    /** Points of ability lost since the first closure, of which a part comes back each later year. */
    private static double lost(Child child, AbilityScale scale, Moment moment) {
        double weight = child.schooling() == 1 ? 1.6 : child.schooling() == 3 ? 0.8 : 1;
        int later = Math.max(0, moment.year() - CLOSURE_YEAR - 1);
        double left = Math.max(0, 1 - RECOVERED * later);
        return scale.lost() * scale.gain() * moment.closedHalves() * weight * left;
    }

    private static char level(double z) {
        int level = 0;
        while (level < LEVELS.length && z <= LEVELS[level]) {
            level++;
        }
        return (char) ('A' + level);
    }
}
