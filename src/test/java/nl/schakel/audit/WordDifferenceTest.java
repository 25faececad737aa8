package nl.schakel.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.schakel.audit.WordDifference.Kind;
import nl.schakel.audit.WordDifference.Part;
import org.junit.jupiter.api.Test;

class WordDifferenceTest {
    private static final long SEED = 20261122;

    private static String side(WordDifference difference, Kind kind) {
        return difference.parts().stream()
                .filter(part -> part.kind() == Kind.KEPT || part.kind() == kind)
                .map(Part::words)
                .collect(Collectors.joining(" "));
    }

    private static String words(Random random) {
        return IntStream.rangeClosed(0, random.nextInt(12))
                .mapToObj(i -> String.valueOf((char) ('a' + random.nextInt(4))))
                .collect(Collectors.joining(" "));
    }

    @Test
    void only_the_words_that_changed_are_gone_or_new() {
        assertThat(WordDifference.between("hoogstens 12 jaar na het schooljaar", "hoogstens 10 jaar en niet langer")
                        .parts())
                .containsExactly(
                        new Part(Kind.KEPT, "hoogstens"),
                        new Part(Kind.GONE, "12"),
                        new Part(Kind.NEW, "10"),
                        new Part(Kind.KEPT, "jaar"),
                        new Part(Kind.GONE, "na het schooljaar"),
                        new Part(Kind.NEW, "en niet langer"));
        assertThat(WordDifference.between("een  tekst", "een tekst").parts())
                .containsExactly(new Part(Kind.KEPT, "een tekst"));
    }

    @Test
    void both_texts_can_be_read_back_and_no_part_could_be_joined_to_the_next() {
        Random random = new Random(SEED);
        for (int round = 0; round < 500; round++) {
            String old = words(random);
            String now = words(random);
            WordDifference difference = WordDifference.between(old, now);
            assertThat(side(difference, Kind.GONE))
                    .as("seed %d round %d", SEED, round)
                    .isEqualTo(old);
            assertThat(side(difference, Kind.NEW))
                    .as("seed %d round %d", SEED, round)
                    .isEqualTo(now);
            for (int i = 1; i < difference.parts().size(); i++) {
                assertThat(difference.parts().get(i).kind())
                        .as("seed %d round %d", SEED, round)
                        .isNotEqualTo(difference.parts().get(i - 1).kind());
            }
        }
    }
}
