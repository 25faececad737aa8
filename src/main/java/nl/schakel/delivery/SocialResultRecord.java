package nl.schakel.delivery;

import java.time.LocalDate;
import nl.schakel.pupil.LocalPupilKey;

/**
 * One social-emotional result.
 *
 * @param row ordinal in the file, from 1; the header is not counted
 * @param instrument name of the questionnaire, 1 to 64 characters
 * @param scale name of the scale within it, 1 to 64 characters
 * @param score finite
 */
public record SocialResultRecord(
        long row,
        Place place,
        LocalPupilKey pupil,
        String instrument,
        String scale,
        LocalDate testDate,
        double score) {}
