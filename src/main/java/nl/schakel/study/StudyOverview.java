package nl.schakel.study;

import java.time.Instant;
import nl.schakel.audit.StaffId;

/**
 * One line of a list of requests.
 *
 * @param variables how many variables are asked for
 * @param since when the request came into this state
 */
public record StudyOverview(
        StudyId id,
        StudyCode code,
        String title,
        String institution,
        StaffId applicant,
        StudyState state,
        int variables,
        Instant since) {}
