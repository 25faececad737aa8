package nl.schakel.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of the processing log in the terms of the standard Logboek Dataverwerkingen: an operation, or what it did with one
 * pupil, whose span has that of the operation as its parent.
 *
 * @param trace trace_id, 32 hexadecimal digits
 * @param span span_id, 16 hexadecimal digits
 * @param parent parent_span_id; empty where nobody called
 * @param status status: Unset, Ok or Error
 * @param name name, for people
 * @param start start_time, in milliseconds
 * @param end end_time, in milliseconds
 * @param activity dpl.core.processing_activity_id
 * @param subject dpl.core.data_subject_id, 64 hexadecimal digits; empty for the operation itself
 * @param subjectType dpl.core.data_subject_id_type; present where the subject is
 */
public record ProcessingLine(
        String trace,
        String span,
        Optional<String> parent,
        String status,
        String name,
        Instant start,
        Instant end,
        String activity,
        Optional<String> subject,
        Optional<String> subjectType) {}
