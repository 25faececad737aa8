package nl.schakel.consent;

import java.util.Set;
import nl.schakel.pseudonym.Token;

/**
 * The pupils whose data a school may not deliver, by all the tokens under which that school can name them.
 *
 * @param local tokens of kind LOCAL
 * @param linkage linkage pseudonyms
 */
public record Objections(Set<Token> local, Set<Token> linkage) {
    /** Copies the sets. */
    public Objections {
        local = Set.copyOf(local);
        linkage = Set.copyOf(linkage);
    }

    /** Whether nobody objects. */
    public boolean isEmpty() {
        return local.isEmpty() && linkage.isEmpty();
    }
}
