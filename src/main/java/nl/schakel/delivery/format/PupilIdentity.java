package nl.schakel.delivery.format;

import java.io.IOException;
import java.util.Optional;
import nl.schakel.pseudonym.EvaluatedNumber;
import nl.schakel.pupil.BirthDate;
import nl.schakel.pupil.Pgn;

/** Reads number and birth of one pupil after another, as the mode of the file has them. */
interface PupilIdentity {
    /** A new pupil begins. */
    void begin();

    /** Takes the element on which the cursor stands, if it is one of number or birth. */
    void read(String name) throws IOException;

    /** Tells what the pupil does not have. */
    void tellMissing(long line);

    Optional<Pgn> pgn();

    Optional<EvaluatedNumber> evaluated();

    Optional<BirthDate> birthDate();

    /** 0 where unknown. */
    int birthYear();
}
