package nl.schakel.disclosure;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.schakel.disclosure.NotPossible.Cause;
import nl.schakel.disclosure.NotPossible.Reason;

/** Why a table cannot be made safe: judged with every quasi-identifier on its coarsest level. */
final class Causes {
    private static final int MOST_NAMED = 5;

    private final PersonTable table;
    private final DisclosurePolicy policy;

    Causes(PersonTable table, DisclosurePolicy policy) {
        this.table = table;
        this.policy = policy;
    }

    NotPossible explain() {
        double share = smallShare(table);
        Stream<Cause> recognizable = IntStream.range(0, table.quasi().size())
                .mapToObj(
                        q -> new Cause(table.quasi().get(q).name(), smallShare(table.without(q)), Reason.RECOGNIZABLE))
                .filter(cause -> cause.shareWithout() < share)
                .sorted(Comparator.comparingDouble(Cause::shareWithout));
        Stream<Cause> alike = tooAlike();
        return new NotPossible(
                share, Stream.concat(recognizable.limit(MOST_NAMED), alike).toList());
    }

    private double smallShare(PersonTable some) {
        int small = some.classes(some.topLevels()).rowsBelow(policy.k());
        return some.rows() == 0 ? 0 : (double) small / some.rows();
    }

    private Stream<Cause> tooAlike() {
        List<BitSet> none =
                table.sensitive().stream().map(column -> new BitSet()).toList();
        Anonymized coarsest = new Anonymized(table, table.topLevels(), new long[table.rows()], new BitSet(), none);
        List<BitSet> tooAlike = new Diversity(coarsest, policy.l()).tooAlike();
        return IntStream.range(0, tooAlike.size())
                .filter(s -> tooAlike.get(s).cardinality() > policy.cellBudget(table.rows()))
                .mapToObj(s -> new Cause(
                        table.sensitive().get(s).name(),
                        (double) tooAlike.get(s).cardinality() / table.rows(),
                        Reason.TOO_ALIKE))
                .sorted(Comparator.comparingDouble(Cause::shareWithout).reversed());
    }
}
