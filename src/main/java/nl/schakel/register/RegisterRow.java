package nl.schakel.register;

import java.util.List;
import java.util.Optional;
import nl.schakel.pupil.BirthDate;
import nl.schakel.pupil.Pgn;
import nl.schakel.pupil.Sex;
import org.jspecify.annotations.Nullable;

/**
 * One row of a register file: its key, what verifies a link, and the content in the order of the file type's columns
 * ({@link RegisterColumns}). Content is {@code Long}, {@code Double}, {@code LocalDate} or text; null for every code that
 * means unknown.
 *
 * @param pgn present in files keyed by number
 * @param rin present in files keyed by RIN, and in the bridge file
 * @param sex bridge file only; {@link Sex#UNKNOWN} elsewhere
 */
public record RegisterRow(
        Optional<Pgn> pgn,
        Optional<RinPerson> rin,
        Sex sex,
        Optional<BirthDate> birthDate,
        List<@Nullable Object> content) {}
