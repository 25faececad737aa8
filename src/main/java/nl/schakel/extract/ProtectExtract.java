package nl.schakel.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.schakel.catalogue.DisclosureRole;
import nl.schakel.catalogue.ValueType;
import nl.schakel.catalogue.Variable;
import nl.schakel.disclosure.Anonymized;
import nl.schakel.disclosure.Anonymizer;
import nl.schakel.disclosure.Attempt;
import nl.schakel.disclosure.DisclosurePolicy;
import nl.schakel.disclosure.NotPossible;
import nl.schakel.disclosure.PersonTable;
import nl.schakel.disclosure.QuasiIdentifier;
import nl.schakel.disclosure.SensitiveColumn;
import nl.schakel.disclosure.TailCoding;

/** Makes the values of an extract safe: coarser, suppressed, tails coded, until the policy holds. Pure. */
final class ProtectExtract {
    private static final int MOST_ROUNDS = 20;

    private final ExtractPlan plan;
    private final ExtractCells cells;
    private final DisclosurePolicy policy;
    private final List<Integer> sensitive;

    ProtectExtract(ExtractPlan plan, ExtractCells cells, DisclosurePolicy policy) {
        this.plan = plan;
        this.cells = cells;
        this.policy = policy;
        this.sensitive = plan.positions(DisclosureRole.SENSITIVE).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /** The safe extract. @throws ExtractRefused where there is none within the limits */
    ProtectedExtract protect() {
        PersonTable table = table();
        Attempt attempt = new Anonymizer(policy).anonymize(table);
        if (attempt.outcome() instanceof NotPossible not) {
            throw refusal(not.share(), not.causes().stream());
        }
        return withTails((Anonymized) attempt.outcome(), attempt);
    }

    private PersonTable table() {
        List<QuasiIdentifier> quasi = new ArrayList<>();
        plan.positions(DisclosureRole.QUASI)
                .forEach((variable, columns) -> quasi.add(QuasiIdentifier.of(
                        variable.name().value(),
                        variable.hierarchy(),
                        columns.stream().map(cells::column).toList())));
        int columns = quasi.stream().mapToInt(QuasiIdentifier::columns).sum();
        if (columns > PersonTable.MOST_COLUMNS) {
            throw new ExtractRefused.TooManyColumns(columns, PersonTable.MOST_COLUMNS);
        }
        return PersonTable.of(cells.rows(), quasi, sensitiveColumns(cells::column));
    }

    private List<SensitiveColumn> sensitiveColumns(IntFunction<int[]> values) {
        return sensitive.stream()
                .map(column -> SensitiveColumn.of(plan.columns().get(column).name(), values.apply(column)))
                .toList();
    }

    /** Coding tails can make persons more alike, and suppressing can thin out a tail: repeated until neither changes. */
    private ProtectedExtract withTails(Anonymized first, Attempt attempt) {
        Anonymized current = first;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<TailCoding> tails = tails(current);
            Anonymized next = current.withSensitive(
                    sensitiveColumns(column -> coded(tails.get(column), cells.column(column))), policy.l());
            if (suppressed(next) == suppressed(current)) {
                return checked(new ProtectedExtract(plan, cells, next, tails, attempt));
            }
            current = next;
        }
        throw new IllegalStateException("tails and suppression do not settle");
    }

    private int suppressed(Anonymized table) {
        return IntStream.range(0, sensitive.size())
                .map(table::sensitiveSuppressed)
                .sum();
    }

    private List<TailCoding> tails(Anonymized table) {
        return IntStream.range(0, plan.columns().size())
                .mapToObj(column -> TailCoding.of(visible(table, column), isQuantity(column) ? policy.tail() : 0))
                .toList();
    }

    private boolean isQuantity(int column) {
        Variable variable = plan.columns().get(column).variable();
        return variable.type() == ValueType.NUMBER && variable.role() != DisclosureRole.QUASI;
    }

    private int[] visible(Anonymized table, int column) {
        int at = sensitive.indexOf(column);
        int[] values = cells.column(column);
        return IntStream.range(0, cells.rows())
                .filter(row -> !table.isLeftOut(row))
                .filter(row -> at < 0 || table.sensitiveValue(at, row) >= 0)
                .map(row -> values[row])
                .toArray();
    }

    private static int[] coded(TailCoding tail, int[] values) {
        return IntStream.of(values).map(tail::of).toArray();
    }

    private ProtectedExtract checked(ProtectedExtract extract) {
        int budget = (int) (policy.cellLimit() * cells.rows());
        List<NotPossible.Cause> causes = IntStream.range(0, sensitive.size())
                .filter(s -> extract.table().sensitiveSuppressed(s) > budget)
                .mapToObj(s -> new NotPossible.Cause(
                        plan.columns().get(sensitive.get(s)).name(),
                        (double) extract.table().sensitiveSuppressed(s) / cells.rows(),
                        NotPossible.Reason.TOO_ALIKE))
                .toList();
        if (!causes.isEmpty()) {
            throw refusal(0, causes.stream());
        }
        extract.requireEveryClassOf(policy.k());
        return extract;
    }

    private static ExtractRefused refusal(double share, Stream<NotPossible.Cause> causes) {
        return new ExtractRefused.TooMuchSuppression(
                share,
                causes.map(cause -> new ExtractRefused.TooMuchSuppression.Cause(
                                cause.variable(),
                                Shares.rounded(cause.shareWithout()),
                                cause.reason() == NotPossible.Reason.RECOGNIZABLE
                                        ? "herkenbaar"
                                        : "te-weinig-verschil"))
                        .toList());
    }
}
