package nl.schakel.extract;

import java.time.Instant;
import nl.schakel.audit.StaffId;
import nl.schakel.study.StudyCode;
import nl.schakel.study.StudyId;

/**
 * An extract that passed the disclosure check: what is known of it. Its content is not kept in clear.
 *
 * @param pseudonymVersion version of the study's pseudonyms in it
 * @param builtBy who asked for it
 * @param pupils the number of rows
 * @param columns the number of columns beside the pseudonym
 * @param needsConsent whether it holds variables that need consent, so that a withdrawal reaches it
 * @param riskReport disclosure risk before and after, and what was lost: a JSON object
 * @param linkageReport how many of the population were linked, rounded: a JSON object
 */
public record BuiltExtract(
        ExtractId id,
        StudyId study,
        StudyCode studyCode,
        int pseudonymVersion,
        Instant builtAt,
        StaffId builtBy,
        int pupils,
        int columns,
        boolean needsConsent,
        String riskReport,
        String linkageReport) {}
