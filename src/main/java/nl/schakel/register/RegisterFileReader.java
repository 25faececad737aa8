package nl.schakel.register;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Port: reads a register file as a stream, in constant memory. Thread-safe. */
public interface RegisterFileReader {
    /**
     * Hands over every row in file order.
     *
     * @return the number of rows, the header not counted
     * @throws RegisterRefused.RowsWrong after the last row, where any broke a rule; such a row is not handed over
     * @throws RegisterRefused.FileUnreadable where it is not CSV in UTF-8
     */
    long read(InputStream bytes, RegisterManifest.Listed file, Consumer<RegisterRow> sink) throws IOException;
}
