package nl.schakel.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Histories of one pupil: written out, as {@code choice giver@school instrument given/recorded/ends} joined by semicolons
 * ({@code gegeven ouder-1@99ZZ * 2021-09-05/2021-09-05/2028-01-01}, ends {@code -} for never), or drawn at random.
 */
public final class History {
    private static final List<Choice> CHOICES = List.of(Choice.values());
    private static final List<Giver> GIVERS = List.of(Giver.values());
    private static final String[] SCHOOLS = {"99ZZ", "99YY"};
    private static final String[] INSTRUMENTS = {"*", "*", "SOVL", "ZIEN!"};

    private History() {}

    /** The decisions of a written history. */
    public static List<Decision> parse(String text) {
        List<Decision> decisions = new ArrayList<>();
        for (String part : text.split(";", -1)) {
            if (!part.isBlank()) {
                decisions.add(one(part.trim().split("[ /@]", 7)));
            }
        }
        return decisions;
    }

    private static Decision one(String[] word) {
        return ADecision.granted()
                .of(Choice.parse(word[0]).orElseThrow())
                .by(Giver.parse(word[1]).orElseThrow(), word[2])
                .about(word[3])
                .on(LocalDate.parse(word[4]), LocalDate.parse(word[5]), day(word[6]))
                .decision();
    }

    private static Optional<LocalDate> day(String word) {
        return word.equals("-") ? Optional.empty() : Optional.of(LocalDate.parse(word));
    }

    /** Up to eight decisions within ten days, so that days coincide. */
    public static List<Decision> random(Random random) {
        List<Decision> decisions = new ArrayList<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            Choice choice = CHOICES.get(random.nextInt(3));
            Giver giver = GIVERS.get(random.nextInt(3));
            LocalDate given = day(random.nextInt(10));
            boolean lapses = random.nextInt(3) == 0 || (choice == Choice.GRANTED && giver.isParent());
            decisions.add(ADecision.granted()
                    .of(choice)
                    .by(giver, SCHOOLS[random.nextInt(2)])
                    .about(INSTRUMENTS[random.nextInt(INSTRUMENTS.length)])
                    .on(
                            given,
                            given.plusDays(random.nextInt(3)),
                            lapses ? Optional.of(given.plusDays(1 + random.nextInt(10))) : Optional.empty())
                    .decision());
        }
        return decisions;
    }

    /** The n-th day. */
    public static LocalDate day(int n) {
        return LocalDate.of(2021, 9, 1).plusDays(n);
    }
}
