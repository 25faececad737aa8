package nl.schakel.disclosure;

/**
 * Makes a table of persons satisfy a policy with as little loss as it can find. Deterministic; the outcome does not depend
 * on the order of rows. Immutable and thread-safe.
 *
 * <p>Every combination of levels is a node of a lattice. Nodes at which too many persons are in small classes to repair are
 * ruled out first, the others are repaired in order of what their generalization alone loses, until that exceeds the best
 * loss found: so the best of all repairable nodes is found, unless the limit of nodes is met, which is reported.
 */
public final class Anonymizer {
    private final DisclosurePolicy policy;
    private final LossMetric metric;

    /** An anonymizer that minimizes the mean penalty of cells. */
    public Anonymizer(DisclosurePolicy policy) {
        this(policy, LossMetric.ARITHMETIC);
    }

    /** An anonymizer that minimizes the metric. */
    public Anonymizer(DisclosurePolicy policy, LossMetric metric) {
        this.policy = policy;
        this.metric = metric;
    }

    /** The safe table that loses least, or why there is none. */
    public Attempt anonymize(PersonTable table) {
        LevelSearch search = search(table);
        Outcome outcome =
                search.best().<Outcome>map(found -> found).orElseGet(() -> new Causes(table, policy).explain());
        return new Attempt(outcome, search.looked(), search.exact());
    }

    /** The search over this table. */
    LevelSearch search(PersonTable table) {
        LevelSearch search = new LevelSearch(table, policy, metric);
        search.run();
        return search;
    }
}
