package nl.schakel.consent.page;

import java.util.List;
import nl.schakel.platform.problem.Fault;
import nl.schakel.platform.web.Page;

/** Shows faults of a report at the fields of its form, in the visitor's language. */
final class Faults {
    private Faults() {}

    static void show(Page page, List<Fault> faults) {
        for (Fault fault : faults) {
            page.fault(fault.place(), "consent.regel." + fault.rule());
        }
    }
}
