package nl.schakel.audit.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.schakel.audit.LogFault;
import nl.schakel.audit.LogFault.Place;
import nl.schakel.audit.LogFaultCode;
import nl.schakel.audit.LogVerdict;

/** The faults found so far: all are counted, the first are kept. */
final class Faults {
    private static final Comparator<LogFault> ORDER = Comparator.comparingLong(
                    (LogFault fault) -> fault.place().line())
            .thenComparing(LogFault::code)
            .thenComparing(fault -> fault.place().member());

    private final List<LogFault> first = new ArrayList<>();
    private long count;

    void add(LogFaultCode code, Place place) {
        add(new LogFault(code, place));
    }

    void add(LogFault fault) {
        count++;
        if (first.size() < LogVerdict.LISTED) {
            first.add(fault);
        }
    }

    long count() {
        return count;
    }

    /** What is kept, in the order of the bundle. */
    List<LogFault> listed() {
        return first.stream().sorted(ORDER).toList();
    }
}
