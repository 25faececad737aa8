package nl.schakel.audit;

import java.util.List;

/** Port: lines of the processing log as one message of another system. */
@FunctionalInterface
public interface ProcessingEncoding {
    /** The bytes of a message with these lines; one at least. */
    byte[] message(List<ProcessingLine> lines);
}
