package nl.schakel.audit;

/**
 * How far the lines of the processing log were handed over: everything before it was acknowledged.
 *
 * @param seq the number in the log of an operation's entry
 * @param n the next of its lines; -1 for the operation itself
 */
public record ExportPosition(long seq, int n) {
    /** Before the first line. */
    public static final ExportPosition START = new ExportPosition(0, -1);
}
