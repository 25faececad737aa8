package nl.schakel.demo;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;

/** How people get a value wrong. */
final class Mistakes {
    private static final double ONE_DIGIT = 0.75;
    private static final double DEFAULTED = 0.20;
    private static final double SWAPPED = 0.30;
    private static final List<String> MANGLED = List.of("?", "Ã©", "");

    private Mistakes() {}

    /** One digit wrong (three of four), or two neighbours swapped; never a valid number. */
    static String number(String number, Dice dice) {
        String wrong;
        do {
            StringBuilder digits = new StringBuilder(number);
            int at = dice.between(0, number.length() - 2);
            char digit = digits.charAt(at);
            if (dice.chance(ONE_DIGIT)) {
                digits.setCharAt(at, (char) ('0' + (digit - '0' + dice.between(1, 9)) % 10));
            } else {
                digits.setCharAt(at, digits.charAt(at + 1));
                digits.setCharAt(at + 1, digit);
            }
            wrong = digits.toString();
        } while (ElevenTest.passes(wrong));
        return wrong;
    }

    /** Day and month swapped where that is a date, 1 January, or one digit of the day or year off. */
    static LocalDate birthDate(LocalDate date, Dice dice) {
        boolean swappable = date.getDayOfMonth() <= 12 && date.getDayOfMonth() != date.getMonthValue();
        if (swappable && dice.chance(SWAPPED)) {
            return LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue());
        }
        LocalDate newYear = date.withDayOfYear(1);
        if (dice.chance(DEFAULTED) && !date.equals(newYear)) {
            return newYear;
        }
        return date.getDayOfMonth() > 10 ? date.minusDays(10) : date.plusYears(1);
    }

    /** Accents dropped, or each accented letter replaced as a wrong character set does. */
    static String name(String name, Dice dice) {
        if (dice.chance(0.9)) {
            return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        }
        return name.replaceAll("[^\\x00-\\x7F]", dice.pick(MANGLED));
    }
}
