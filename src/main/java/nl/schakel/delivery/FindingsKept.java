package nl.schakel.delivery;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects what is found while a file is read: counts completely, keeps the first faults only. Not thread-safe. */
final class FindingsKept {
    private final Map<DeliveryRule, Long> refused = new EnumMap<>(DeliveryRule.class);
    private final Map<DeliveryRule, Long> warned = new EnumMap<>(DeliveryRule.class);
    private final List<RowFault> first = new ArrayList<>();
    private long lastRefusedRow = -1;

    /** A fault as the reader tells it: faults of one row follow each other, and the row counts once. */
    void add(RowFault fault) {
        keep(fault);
        if (!fault.rule().refusesRow()) {
            warned.merge(fault.rule(), 1L, Long::sum);
        } else if (fault.row() != lastRefusedRow) {
            lastRefusedRow = fault.row();
            refused.merge(fault.rule(), 1L, Long::sum);
        }
    }

    /** Rows that turn out to be refused after they were handed over; each counts. */
    void addLate(RowFault fault, long rows) {
        keep(fault);
        count(fault.rule(), rows);
    }

    /** More refused rows of which the places are not known one by one. */
    void count(DeliveryRule rule, long rows) {
        if (rows > 0) {
            refused.merge(rule, rows, Long::sum);
        }
    }

    private void keep(RowFault fault) {
        if (first.size() < Findings.MOST) {
            first.add(fault);
        }
    }

    Findings findings() {
        return new Findings(refused, warned, first);
    }
}
