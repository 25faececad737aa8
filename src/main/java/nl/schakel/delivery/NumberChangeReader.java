package nl.schakel.delivery;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;

/** Port: reads a file of number changes. */
public interface NumberChangeReader {
    /**
     * All changes, in the order of the file.
     *
     * @throws DeliveryRefused.NumberChangesWrong with all faults by line, without a number
     * @throws DeliveryRefused.TooManyNumberChanges past {@code most} lines
     * @throws DeliveryRefused where the file as a whole cannot be read
     */
    List<ReportedNumberChange> read(InputStream file, LocalDate today, int most);
}
