package nl.schakel.delivery.format;

import nl.schakel.delivery.DeliveryContext;
import nl.schakel.delivery.DeliveryRefused;
import nl.schakel.delivery.DeliveryRows;
import nl.schakel.delivery.DeliveryRule;
import nl.schakel.delivery.Part;
import nl.schakel.delivery.Place;
import nl.schakel.delivery.ReadRows;
import nl.schakel.delivery.RowFault;

/** Numbers the rows of one file and keeps its sum: read is accepted plus refused. */
final class RowReport {
    private final DeliveryRows sink;
    private final int limit;
    private long read;
    private long refused;
    private boolean rowRefused;

    RowReport(DeliveryRows sink, DeliveryContext context) {
        this.sink = sink;
        this.limit = context.limits().rows();
    }

    /** A new row begins; its ordinal. */
    long begin() {
        if (read == limit) {
            throw new DeliveryRefused.TooManyRows(limit);
        }
        rowRefused = false;
        read++;
        return read;
    }

    /** The ordinal of the row being read. */
    long row() {
        return read;
    }

    /** The row being read breaks a rule. */
    void fault(DeliveryRule rule, long line, String path) {
        rowRefused |= rule.refusesRow();
        sink.fault(new RowFault(read, new Place(line, path), rule));
    }

    /** Something that belongs to no row; never refuses one. */
    void note(DeliveryRule rule, long line, String path) {
        sink.fault(new RowFault(0, new Place(line, path), rule));
    }

    /** The row has been read; whether it may be handed over. */
    boolean end() {
        refused += rowRefused ? 1 : 0;
        return !rowRefused;
    }

    /** Rows handed over before turn out to be refused. */
    void refuseAfterwards(long rows) {
        refused += rows;
    }

    ReadRows sum(Part part) {
        return new ReadRows(part, read, refused);
    }
}
