package nl.schakel.delivery;

import java.util.Optional;
import nl.schakel.pseudonym.EvaluatedNumber;
import nl.schakel.pupil.BirthDate;
import nl.schakel.pupil.LocalPupilKey;
import nl.schakel.pupil.Pgn;
import nl.schakel.pupil.Sex;

/**
 * One pupil of a pupils part. Names and addresses are read past and never reach a type.
 *
 * @param row ordinal in the file, from 1
 * @param key the pupil's key in the school's administration; unique in the file
 * @param pgn empty where the school sent none (a warning was given); a wrong number is a fault and refuses the row
 * @param evaluated in blind mode what stands in the place of the number
 * @param birthDate empty where not sent, and always in blind mode
 * @param birthYear 0 where not sent
 * @param grade jaargroep as the format codes it ({@code 1} to {@code 8}, {@code 11} to {@code 16}, letters); empty where
 *     not sent
 */
public record PupilRecord(
        long row,
        Place place,
        LocalPupilKey key,
        Optional<Pgn> pgn,
        Optional<EvaluatedNumber> evaluated,
        Optional<BirthDate> birthDate,
        int birthYear,
        Sex sex,
        Optional<String> grade) {}
