package nl.schakel.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import nl.schakel.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the log to show, the newest first. Lines of the processing log are shown only where their kind is asked
 * for: they are too many to page through.
 *
 * @param from no older than this
 * @param until older than this
 * @param act this use case
 * @param result this result
 * @param kind this kind
 * @param object objects whose path begins so
 * @param before older than this entry, to read on
 */
public record LogQuery(
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<String> act,
        Optional<String> result,
        Optional<String> kind,
        Optional<String> object,
        Optional<EntryId> before) {
    /** How many entries are shown at once. */
    public static final int PAGE = 50;

    /** The kinds of entries. */
    public static final List<String> KINDS = List.of("act", "con", "rel", "key", "sys", "ldv");

    /** The results of entries. */
    public static final List<String> RESULTS = List.of("ok", "denied", "error");

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern ACT = Pattern.compile("[a-z.-]{1,100}");
    private static final Pattern OBJECT = Pattern.compile("[A-Za-z0-9._:/-]{1,300}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Everything but the processing log. */
    public static final LogQuery ALL = new LogQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /**
     * Reads a query from its fields {@code van, tot, handeling, uitkomst, soort, voorwerp, voor}; empty fields ask nothing.
     *
     * @param sent the text of a field, or null
     * @throws AuditRefused.WrongFilter naming the fields that have another form
     */
    public static LogQuery read(UnaryOperator<@Nullable String> sent) {
        List<String> wrong = new ArrayList<>();
        Optional<LocalDate> from = day(sent, "van", wrong);
        Optional<LocalDate> until = day(sent, "tot", wrong);
        LogQuery query = new LogQuery(
                from.map(SchoolYear::beginOf),
                until.map(day -> SchoolYear.beginOf(day.plusDays(1))),
                matching(sent, "handeling", ACT, wrong),
                oneOf(sent, "uitkomst", RESULTS, wrong),
                oneOf(sent, "soort", KINDS, wrong),
                matching(sent, "voorwerp", OBJECT, wrong),
                matching(sent, "voor", ID, wrong).map(UUID::fromString).map(EntryId::new));
        if (!wrong.isEmpty()) {
            throw new AuditRefused.WrongFilter(wrong);
        }
        return query;
    }

    private static Optional<String> text(UnaryOperator<@Nullable String> sent, String field) {
        return Optional.ofNullable(sent.apply(field)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Optional<LocalDate> day(UnaryOperator<@Nullable String> sent, String field, List<String> wrong) {
        try {
            return matching(sent, field, DAY, wrong).map(LocalDate::parse);
        } catch (DateTimeException e) {
            wrong.add(field);
            return Optional.empty();
        }
    }

    private static Optional<String> matching(
            UnaryOperator<@Nullable String> sent, String field, Pattern form, List<String> wrong) {
        Optional<String> text = text(sent, field);
        if (text.isPresent() && !form.matcher(text.get()).matches()) {
            wrong.add(field);
            return Optional.empty();
        }
        return text;
    }

    private static Optional<String> oneOf(
            UnaryOperator<@Nullable String> sent, String field, List<String> allowed, List<String> wrong) {
        Optional<String> text = text(sent, field);
        if (text.isPresent() && !Set.copyOf(allowed).contains(text.get())) {
            wrong.add(field);
            return Optional.empty();
        }
        return text;
    }
}
