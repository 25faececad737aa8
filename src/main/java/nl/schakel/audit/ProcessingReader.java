package nl.schakel.audit;

/** Port: reads the processing log, in the running transaction of the auditor's zone. */
public interface ProcessingReader {
    /**
     * The lines that fit. By trace or activity this is quick; by subject alone it reads all lines of the period: minutes on a
     * large log.
     */
    ProcessingPage read(ProcessingQuery query);
}
