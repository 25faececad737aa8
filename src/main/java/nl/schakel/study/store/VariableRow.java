package nl.schakel.study.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.stream.IntStream;
import nl.schakel.catalogue.VariableName;
import nl.schakel.study.RequestedVariable;

/** A requested variable, in its place. */
@Embeddable
class VariableRow {
    @Column(name = "position")
    private int position;

    private String name;
    private String reason;

    /** For the provider. */
    protected VariableRow() {}

    private VariableRow(int position, RequestedVariable requested) {
        this.position = position;
        this.name = requested.variable().value();
        this.reason = requested.reason();
    }

    static List<VariableRow> of(List<RequestedVariable> requested) {
        return IntStream.range(0, requested.size())
                .mapToObj(i -> new VariableRow(i, requested.get(i)))
                .toList();
    }

    RequestedVariable variable() {
        return new RequestedVariable(new VariableName(name), reason);
    }
}
