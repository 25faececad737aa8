package nl.schakel.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the processing log to read, by the rules of the read extension of Logboek Dataverwerkingen (draft): of a trace,
 * an activity or a subject at least, and then in a period. Never all.
 *
 * @param trace this trace: 32 hexadecimal digits
 * @param activity this activity in this version, by its identifier
 * @param subject this subject: the 64 hexadecimal digits under which the log knows it
 * @param from operations that started then or later
 * @param until operations that ended then or earlier
 * @param after the place to read on from
 */
public record ProcessingQuery(
        Optional<String> trace,
        Optional<String> activity,
        Optional<String> subject,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<Place> after) {
    /** How many lines are read at once. */
    public static final int PAGE = 500;

    /** The field of the subject, which stands in no address. */
    public static final String SUBJECT = "dpl.core.data_subject_id";

    private static final String TRACE_FIELD = "trace_id";
    private static final String ACTIVITY_FIELD = "dpl.core.processing_activity_id";
    private static final String FROM_FIELD = "start_time";
    private static final String UNTIL_FIELD = "end_time";
    private static final String PLACE_FIELD = "na";

    /** The names of all fields. */
    public static final Set<String> FIELDS =
            Set.of(TRACE_FIELD, ACTIVITY_FIELD, SUBJECT, FROM_FIELD, UNTIL_FIELD, PLACE_FIELD);

    private static final Pattern TRACE = Pattern.compile("(?!0{32})[0-9a-f]{32}");
    private static final Pattern ACTIVITY = Pattern.compile("urn:schakel:verwerking:[a-z-]{1,60}:[1-9][0-9]{0,8}");
    private static final Pattern MOMENT = Pattern.compile("[0-9]{4}-[0-9T:.Z+-]{10,30}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern PLACE =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.(?:-1|[0-9]{1,9})");

    /**
     * A line: that of a subject, or the operation itself.
     *
     * @param n the number of the line; -1 for the operation
     */
    public record Place(EntryId operation, int n) {
        /** As it stands in an answer and in the next question. */
        public String text() {
            return operation.value() + "." + n;
        }
    }

    /**
     * Reads a query from the fields {@code trace_id, dpl.core.processing_activity_id, dpl.core.data_subject_id, start_time, end_time}
     * (moments of RFC 3339) and {@code na}; empty fields ask nothing.
     *
     * @param sent the text of a field, or null
     * @throws AuditRefused.WrongFilter naming the fields that have another form
     * @throws AuditRefused.FilterMissing where trace, activity and subject are all missing
     */
    public static ProcessingQuery read(UnaryOperator<@Nullable String> sent) {
        Fields fields = new Fields(sent, new ArrayList<>());
        ProcessingQuery query = new ProcessingQuery(
                fields.matching(TRACE_FIELD, TRACE, text -> text),
                fields.matching(ACTIVITY_FIELD, ACTIVITY, text -> text),
                fields.matching(SUBJECT, HASH, text -> text),
                fields.moment(FROM_FIELD),
                fields.moment(UNTIL_FIELD),
                fields.matching(PLACE_FIELD, PLACE, ProcessingQuery::place));
        if (!fields.wrong.isEmpty()) {
            throw new AuditRefused.WrongFilter(fields.wrong);
        }
        if (query.trace.isEmpty() && query.activity.isEmpty() && query.subject.isEmpty()) {
            throw new AuditRefused.FilterMissing();
        }
        return query;
    }

    private static Place place(String text) {
        int dot = text.indexOf('.');
        return new Place(
                new EntryId(UUID.fromString(text.substring(0, dot))), Integer.parseInt(text.substring(dot + 1)));
    }

    /** What was sent, and which fields were wrong. */
    private record Fields(UnaryOperator<@Nullable String> sent, List<String> wrong) {
        <T> Optional<T> matching(String field, Pattern form, Function<String, T> read) {
            Optional<String> text =
                    Optional.ofNullable(sent.apply(field)).map(String::strip).filter(some -> !some.isEmpty());
            if (text.isPresent() && !form.matcher(text.get()).matches()) {
                wrong.add(field);
                return Optional.empty();
            }
            return text.map(read);
        }

        Optional<Instant> moment(String field) {
            try {
                return matching(
                        field, MOMENT, text -> OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException e) {
                wrong.add(field);
                return Optional.empty();
            }
        }
    }
}
