package nl.schakel.pupil;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The whole space of nine digits: how many numbers there are is what an attacker must try. */
class NineDigitSpaceTest {
    private static final int WEIGHTS_FROM = 9;

    @Test
    void all_nine_digit_strings_hold_90909090_citizen_and_909090_education_numbers() {
        AtomicLong citizens = new AtomicLong();
        AtomicLong education = new AtomicLong();
        IntStream.range(0, 1_000).parallel().forEach(first -> {
            int[] found = new int[3];
            for (int second = 0; second < 1_000; second++) {
                for (int third = 0; third < 1_000; third++) {
                    found[Pgn.type(first, second, third)]++;
                }
            }
            citizens.addAndGet(found[Pgn.CITIZEN]);
            education.addAndGet(found[Pgn.EDUCATION]);
        });
        assertThat(citizens).hasValue(90_909_090);
        assertThat(education).hasValue(909_090);
    }

    @Test
    void a_string_is_read_as_the_eleven_test_by_the_book_reads_it() {
        long seed = 20261121;
        Random random = new Random(seed);
        for (int i = 0; i < 300_000; i++) {
            int drawn = i % 3 == 0 ? 100_000_000 + random.nextInt(10_000_000) : random.nextInt(1_000_000_000);
            String text = String.format(Locale.ROOT, "%09d", i < 1_000 ? i : drawn);
            assertThat(type(text)).as("seed %d, try %d", seed, i).isEqualTo(byTheBook(text));
            assertThat(Pgn.defect(text).isEmpty()).isEqualTo(type(text) != Pgn.NONE);
        }
    }

    private static int type(String text) {
        return Pgn.parse(text)
                .map(number -> (int) number.canonical(Reveal.forKeyedHashing())[6])
                .orElse(Pgn.NONE);
    }

    private static int byTheBook(String text) {
        int sum = -(text.charAt(8) - '0');
        for (int i = 0; i < 8; i++) {
            sum += (WEIGHTS_FROM - i) * (text.charAt(i) - '0');
        }
        if (sum % 11 == 0) {
            return text.equals("000000000") ? Pgn.NONE : Pgn.CITIZEN;
        }
        return Math.floorMod(sum, 11) == 5 && text.startsWith("10") ? Pgn.EDUCATION : Pgn.NONE;
    }
}
