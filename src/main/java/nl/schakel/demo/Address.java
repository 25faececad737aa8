package nl.schakel.demo;

/**
 * A made-up address.
 *
 * @param postcode {@code 9999XX}, without a blank
 * @param house number with addition, for example {@code 12A}
 */
public record Address(String postcode, String house) {
    private static final String LETTERS = "ABCDEGHJKLMNPRTVWXZ";

    /** An address in the area of a four-digit postcode. */
    static Address in(int area, Dice dice) {
        String postcode = "" + area + letter(dice) + letter(dice);
        return new Address(postcode, dice.between(1, 240) + (dice.chance(0.1) ? "A" : ""));
    }

    private static char letter(Dice dice) {
        return LETTERS.charAt(dice.between(0, LETTERS.length() - 1));
    }

    @Override
    public String toString() {
        return postcode + " " + house;
    }
}
