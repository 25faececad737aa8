package nl.schakel.demo;

/**
 * Where a school stands.
 *
 * @param postcodeArea the four digits of its postcodes
 * @param city whether it is a large city
 * @param advantage mean of the families' circumstances, about -1 to 1
 */
record Neighbourhood(int postcodeArea, boolean city, double advantage) {
    static Neighbourhood draw(Dice dice) {
        boolean city = dice.chance(0.35);
        double advantage = 0.45 * dice.normal() - (city ? 0.15 : 0);
        return new Neighbourhood(dice.between(1011, 9988), city, advantage);
    }
}
