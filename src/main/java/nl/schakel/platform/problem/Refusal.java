package nl.schakel.platform.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The end of a request that did nothing, for a reason its sender can act on.
 *
 * <p>Each feature has one sealed subclass, its permitted classes are the reasons. A refusal carries facts (counts, rule
 * codes, dates, states), never a value that somebody sent. Texts for people stand in the feature's message bundle under
 * {@code <feature>.probleem.<slug>} with the endings {@code .titel} and {@code .uitleg}; the page {@code
 * docs/api/problems.md} has one section for each slug.
 */
public abstract class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of answer this is; decides the HTTP status. */
    public enum Kind {
        INVALID,
        UNAUTHENTICATED,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        GONE,
        TOO_LARGE,
        TOO_MANY,
        BUSY
    }

    private final Kind kind;
    private final String slug;
    private final transient Map<String, Object> facts = new LinkedHashMap<>();

    /** @param slug lower-case words joined by hyphens, unique in the product and stable for ever */
    protected Refusal(Kind kind, String slug) {
        super(slug, null, false, false);
        this.kind = kind;
        this.slug = slug;
    }

    /** Adds a fact to the answer: a number, a code, a date or a list of records, never a value from the request. */
    protected final void fact(String name, Object value) {
        facts.put(name, value);
    }

    /** The kind, from which the status follows. */
    public final Kind kind() {
        return kind;
    }

    /** The stable name of this reason. */
    public final String slug() {
        return slug;
    }

    /** The feature whose message bundle explains this reason: the first package name after {@code nl.schakel}. */
    public final String feature() {
        return getClass().getPackageName().split("\\.", -1)[2];
    }

    /** The facts, in the order in which they were added; never null. */
    public final Map<String, Object> facts() {
        return Map.copyOf(facts);
    }

    /** All faults of the request together (place, rule, repair); empty where the reason is a single one. */
    public List<Fault> faults() {
        return List.of();
    }
}
