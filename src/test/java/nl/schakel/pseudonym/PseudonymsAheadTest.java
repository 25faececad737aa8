package nl.schakel.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import nl.schakel.pupil.Pgn;
import nl.schakel.samples.PlainTokens;
import org.junit.jupiter.api.Test;

class PseudonymsAheadTest {
    private static final List<Pgn> NUMBERS = IntStream.range(123_456_000, 123_457_000)
            .mapToObj(Integer::toString)
            .flatMap(text -> Pgn.parse(text).stream())
            .toList();

    private final Pseudonymizer pseudonymizer = new PlainTokens("ahead");
    private final List<String> stored = new ArrayList<>();

    @Test
    void stores_every_list_in_its_order_under_its_own_pseudonyms() {
        List<List<Token>> tokens = new ArrayList<>();
        PseudonymsAhead<String> ahead = ahead((items, found) -> tokens.add(found));
        ahead.add(List.of("a", "b"), NUMBERS.subList(0, 2));
        ahead.add(List.of("c"), NUMBERS.subList(2, 3));
        ahead.add(List.of("no number"), List.of());
        ahead.finish();
        ahead.finish();
        assertThat(stored).containsExactly("a", "b", "c", "no number");
        assertThat(tokens)
                .containsExactly(
                        pseudonymizer.linkage(NUMBERS.subList(0, 2)),
                        pseudonymizer.linkage(NUMBERS.subList(2, 3)),
                        List.of());
    }

    @Test
    void stores_a_list_when_the_next_one_has_begun_and_not_before() {
        PseudonymsAhead<String> ahead = ahead((items, found) -> {});
        ahead.add(List.of("a"), NUMBERS.subList(0, 1));
        assertThat(stored).isEmpty();
        ahead.add(List.of("b"), NUMBERS.subList(1, 2));
        assertThat(stored).containsExactly("a");
    }

    @Test
    void keeps_the_items_of_a_list_that_its_owner_empties() {
        PseudonymsAhead<String> ahead = ahead((items, found) -> {});
        List<String> items = new ArrayList<>(List.of("a"));
        ahead.add(items, NUMBERS.subList(0, 1));
        items.clear();
        ahead.finish();
        assertThat(stored).containsExactly("a");
    }

    @Test
    void stores_nothing_of_a_list_twice_when_storing_failed() {
        PseudonymsAhead<String> ahead = ahead((items, found) -> {
            throw new IllegalStateException("full");
        });
        ahead.add(List.of("a"), NUMBERS.subList(0, 1));
        assertThatThrownBy(ahead::finish).isInstanceOf(IllegalStateException.class);
        ahead.finish();
        assertThat(stored).containsExactly("a");
    }

    private PseudonymsAhead<String> ahead(BiConsumer<List<String>, List<Token>> then) {
        return new PseudonymsAhead<>(pseudonymizer, (items, tokens) -> {
            stored.addAll(items);
            then.accept(items, tokens);
        });
    }
}
