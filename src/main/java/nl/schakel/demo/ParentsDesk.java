package nl.schakel.demo;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;

/**
 * What parents answer, and what their children answer to a questionnaire. Of the pupils of the last school year 2 percent
 * object; for social-emotional data 62 percent consent, 4 percent of these withdraw later, 12 percent refuse, in 4 percent
 * the parents disagree, the rest never answers.
 */
public final class ParentsDesk {
    private static final double OBJECTS = 0.02;
    private static final double LATE = 0.3;
    private static final double WITHDRAWS = 0.04;
    private static final double SECOND_PARENT = 0.5;
    private static final List<String> SCALES = List.of("welbevinden", "betrokkenheid", "relatie-leerlingen");
    private static final String INSTRUMENT = "SOVL";

    private final WorldPlan plan;

    /** The desks of this world's schools. */
    public ParentsDesk(WorldPlan plan) {
        this.plan = plan;
    }

    /** Objections, from 1 September of the last school year. */
    public List<Objection> objections(Site site) {
        List<Objection> objections = new ArrayList<>();
        for (Child child : pupils(site)) {
            Dice dice = Dice.of(plan.seed(), child.key().hashCode(), 3);
            if (!child.canary() && dice.chance(OBJECTS)) {
                objections.add(new Objection(child.key(), day(Month.SEPTEMBER, 1), dice.chance(LATE)));
            }
        }
        return objections;
    }

    /** Decisions in the order in which they were made. */
    public List<Decision> decisions(Site site) {
        List<Decision> decisions = new ArrayList<>();
        for (Child child : pupils(site)) {
            Dice dice = Dice.of(plan.seed(), child.key().hashCode(), 4);
            LocalDate given = day(Month.SEPTEMBER, dice.between(5, 28));
            switch (dice.weighted(0.62, 0.12, 0.04, 0.22)) {
                case 0 -> consent(child, given, dice, decisions);
                case 1 -> decisions.add(decision(child, "geweigerd", "ouder-1", given));
                case 2 -> {
                    decisions.add(decision(child, "gegeven", "ouder-1", given));
                    decisions.add(decision(child, "geweigerd", "ouder-2", given.plusDays(1)));
                }
                default -> {}
            }
        }
        return decisions;
    }

    /** The questionnaire of November, for all pupils: the school has it with or without consent. */
    public List<SocialScore> questionnaire(Site site) {
        List<SocialScore> scores = new ArrayList<>();
        for (Child child : pupils(site)) {
            Dice dice = Dice.of(plan.seed(), child.key().hashCode(), 5);
            LocalDate date = day(Month.NOVEMBER, dice.between(8, 19));
            double mood = 3.6 + 0.25 * child.talent(Domain.READING) + 0.4 * dice.normal();
            for (String scale : SCALES) {
                double score = Math.max(1, Math.min(5, mood + 0.4 * dice.normal()));
                scores.add(new SocialScore(child.key(), INSTRUMENT, scale, date, Math.round(score * 10) / 10.0));
            }
        }
        return scores;
    }

    private static void consent(Child child, LocalDate given, Dice dice, List<Decision> decisions) {
        decisions.add(decision(child, "gegeven", "ouder-1", given));
        if (dice.chance(SECOND_PARENT)) {
            decisions.add(decision(child, "gegeven", "ouder-2", given.plusDays(1)));
        }
        if (dice.chance(WITHDRAWS)) {
            decisions.add(decision(child, "ingetrokken", "ouder-1", given.plusDays(60)));
        }
    }

    private static Decision decision(Child child, String answer, String giver, LocalDate given) {
        return new Decision(child.key(), answer, giver, given, child.birth().getYear());
    }

    private List<Child> pupils(Site site) {
        int last = plan.years() - 1;
        return site.children().stream().filter(child -> child.monitored(last)).toList();
    }

    private LocalDate day(Month month, int day) {
        return LocalDate.of(plan.lastYear(), month, day);
    }
}
