package nl.schakel.demo;

/**
 * The family of a child as the registers will know it.
 *
 * @param generation 0 without, 1 first, 2 second generation migration background
 * @param parentsAbroad how many parents were born abroad, 0 to 2
 * @param schooling highest education of the parents: 0 unknown, 1 low, 2 middle, 3 high
 * @param incomePercentile of the household's standardized income, 1 to 100
 * @param type code TYPHH: 3 or 5 couples with children, 6 one-parent household
 */
public record Household(
        Origin origin,
        String surname,
        Address address,
        int generation,
        int parentsAbroad,
        int schooling,
        int incomePercentile,
        int type) {
    private static final double SCHOOLING_UNKNOWN = 0.12;

    static Household draw(Dice dice, Neighbourhood place) {
        Origin origin = Origin.draw(dice, place.city());
        int generation = !origin.fromAbroad() ? 0 : dice.chance(0.25) ? 1 : 2;
        int abroad = generation == 0 ? 0 : generation == 1 || dice.chance(0.6) ? 2 : 1;
        double advantage = place.advantage() + 0.8 * dice.normal() - (origin.fromAbroad() ? 0.5 : 0);
        int schooling = dice.chance(SCHOOLING_UNKNOWN) ? 0 : advantage < -0.7 ? 1 : advantage < 0.5 ? 2 : 3;
        int income = percentile(0.6 * advantage + 0.7 * dice.normal());
        Address address = Address.in(place.postcodeArea(), dice);
        int type = dice.chance(0.14) ? 6 : dice.chance(0.75) ? 5 : 3;
        return new Household(origin, origin.familyName(dice), address, generation, abroad, schooling, income, type);
    }

    /** What the home brings to school, about -1 to 1. */
    double advantage() {
        double parents = schooling == 0 ? 0 : (schooling - 2) * 0.55;
        return parents + (incomePercentile - 50) / 110.0;
    }

    private static int percentile(double z) {
        double share = 1 / (1 + Math.exp(-1.702 * z));
        return Math.max(1, Math.min(100, (int) Math.ceil(share * 100)));
    }
}
