package nl.schakel.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import nl.schakel.pupil.Pgn;

/**
 * Port: writes of a school's file only what the service reads, so that no number, name, address or day of birth is left.
 * The upload page writes the same bytes. Thread-safe.
 */
public interface FileStripper {
    /** What stands in the place of a number. */
    interface Numbers {
        /** The text for a number; called once for each valid number of the file, in file order. */
        String inPlaceOf(Pgn number);
    }

    /**
     * Reads to the end and writes as it reads. A number or date that breaks a rule leaves the code of the rule. Whether
     * the pupil keys are numbers is known only at the end: before that, nothing that was written may be sent.
     *
     * @param today the day on Dutch clocks
     * @throws DeliveryRefused where the file as a whole cannot be used
     * @throws SchoolUploads.NotDelivered where the pupil keys are numbers
     * @throws IOException where a stream breaks
     */
    void strip(InputStream file, OutputStream stripped, Numbers numbers, LocalDate today) throws IOException;
}
