package nl.schakel.delivery;

import java.util.Optional;
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
 * @param grade jaargroep as the format codes it ({@code 1} to {@code 8}, {@code 11} to {@code 16}, letters); empty where
 *     not sent
 */
public record PupilRecord(
        long row,
        Place place,
        LocalPupilKey key,
        Optional<Pgn> pgn,
        Optional<BirthDate> birthDate,
        Sex sex,
        Optional<String> grade) {}
