package nl.schakel.audit;

import java.util.List;

/** Port: whoever collects lines of the processing log outside the service. */
public interface LineCollector {
    /** Whether there is one. */
    boolean configured();

    /**
     * Hands lines over; returns where all were acknowledged.
     *
     * @throws CollectorFailure where they were not, or nobody knows
     */
    void send(List<ProcessingLine> lines);
}
