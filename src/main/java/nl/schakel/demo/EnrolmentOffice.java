package nl.schakel.demo;

import java.util.Optional;

/** The register of enrolments: what DUO knows of a child on the reference date. */
public final class EnrolmentOffice {
    private static final int YEAR_WITHOUT_END_TEST = 2019;
    private static final double NO_TEST = 0.03;
    private static final double REVISED = 0.35;
    private static final int[] TEST_BOUNDS = {511, 524, 532, 540, 545};
    private static final String[] TEST_ADVICE = {"11", "22", "34", "44", "61", "70"};
    private static final double[] ADVICE_BOUNDS = {-2.1, -1.4, -0.75, -0.1, 0.3, 0.75, 1.1};
    private static final String[] ADVICE = {"10", "20", "30", "50", "52", "60", "61", "70"};

    private final WorldPlan plan;

    /** The register of this world. */
    public EnrolmentOffice(WorldPlan plan) {
        this.plan = plan;
    }

    /** The enrolment in the last school year, or empty where the child is in no primary school or in no register. */
    public Optional<Enrolment> enrolment(Child child) {
        int grade = child.grade(plan.years() - 1);
        if (grade == 0 || !child.registered()) {
            return Optional.empty();
        }
        Dice dice = Dice.of(plan.seed(), child.key().hashCode(), 6);
        return Optional.of(
                grade == 8 ? lastGrade(child, dice) : new Enrolment(grade, grade, "", "", "", "", "", "", ""));
    }

    private Enrolment lastGrade(Child child, Dice dice) {
        double reading = talent(child, Domain.READING, dice);
        double maths = talent(child, Domain.MATHS, dice);
        double care = talent(child, Domain.SPELLING, dice);
        String advice = ADVICE[band((reading + maths) / 2, ADVICE_BOUNDS)];
        boolean tested = plan.lastYear() != YEAR_WITHOUT_END_TEST && !dice.chance(NO_TEST);
        if (!tested) {
            return new Enrolment(8, 8, "", "", "", "", advice, "", "");
        }
        int score = Math.max(501, Math.min(550, (int) Math.round(535 + 9 * (reading + maths + care) / 3)));
        String testAdvice = TEST_ADVICE[band(score, TEST_BOUNDS)];
        boolean higher = Integer.parseInt(testAdvice) > Integer.parseInt(advice) + 3;
        return new Enrolment(
                8,
                8,
                level(maths, -1.5, 0.1, "3"),
                level(reading, -2.0, -0.6, "4"),
                level(care, -1.8, -0.2, "4"),
                testAdvice,
                advice,
                higher && dice.chance(REVISED) ? testAdvice : "",
                Integer.toString(score));
    }

    private static double talent(Child child, Domain domain, Dice dice) {
        return child.talent(domain) + 0.2 * dice.normal();
    }

    private static String level(double z, double first, double target, String code) {
        return z < first ? "1" : z < target ? "2" : code;
    }

    private static int band(double value, double[] bounds) {
        int band = 0;
        while (band < bounds.length && value >= bounds[band]) {
            band++;
        }
        return band;
    }

    private static int band(int score, int[] bounds) {
        int band = 0;
        while (band < bounds.length && score >= bounds[band]) {
            band++;
        }
        return band;
    }
}
