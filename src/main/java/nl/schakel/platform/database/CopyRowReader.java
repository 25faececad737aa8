package nl.schakel.platform.database;

/** Receives the rows of a binary COPY one by one; the row is reused and valid only during the call. */
@FunctionalInterface
public interface CopyRowReader {
    /** One row. */
    void row(CopyRow row);
}
