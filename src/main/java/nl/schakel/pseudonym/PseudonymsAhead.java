package nl.schakel.pseudonym;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import nl.schakel.pupil.Pgn;

/**
 * Computes the linkage pseudonyms of one list while the caller stores the list before: the keyed function keeps one core
 * busy and the database another. Lists are stored in their order. Not thread-safe.
 *
 * <p>Measured hot loop, benchmark {@code pseudonym}.
 *
 * @param <T> what is stored under a pseudonym
 */
public final class PseudonymsAhead<T> {
    /** The items of a list with which both cores are busy and little waits at the end. */
    public static final int USEFUL = 2_048;

    private final Pseudonymizer pseudonymizer;
    private final BiConsumer<List<T>, List<Token>> store;
    private Optional<Begun<T>> before = Optional.empty();

    private record Begun<T>(List<T> items, Supplier<List<Token>> tokens) {}

    /** @param store takes the items of a list and the pseudonyms of its numbers, each in the order given */
    public PseudonymsAhead(Pseudonymizer pseudonymizer, BiConsumer<List<T>, List<Token>> store) {
        this.pseudonymizer = pseudonymizer;
        this.store = store;
    }

    /**
     * Begins a list and stores the one before.
     *
     * @param items copied
     * @param numbers of those items that have one
     */
    public void add(List<T> items, List<Pgn> numbers) {
        Begun<T> next = new Begun<>(List.copyOf(items), pseudonymizer.beginLinkage(numbers));
        finish();
        before = Optional.of(next);
    }

    /** Stores the last list. Idempotent. */
    public void finish() {
        Optional<Begun<T>> last = before;
        before = Optional.empty();
        last.ifPresent(begun -> store.accept(begun.items(), begun.tokens().get()));
    }
}
