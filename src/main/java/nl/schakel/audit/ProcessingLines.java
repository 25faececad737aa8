package nl.schakel.audit;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.schakel.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one operation in the processing log. All that they share stands once, in the entry of the operation, which also
 * counts the lines below it and commits to them by the root of a Merkle tree (RFC 6962) whose leaf n, from 0, is the
 * subject of line n. What is stored of a line is therefore its subject alone, and {@link #line} gives it its standard form.
 *
 * <p>Format, version 1, after Logboek Dataverwerkingen 1.0: {@code end} and {@code start} (end_time, start_time, in
 * milliseconds since 1970), {@code name}, {@code parent} (parent_span_id), {@code purpose}
 * (dpl.core.processing_activity_id), {@code span} (span_id), {@code status}, {@code sub} (dpl.core.data_subject_id),
 * {@code subtype} (dpl.core.data_subject_id_type), {@code trace} (trace_id), with {@code kind, t, v}. No user is in it. The
 * entry of the operation, in the span of the audit entry and without subject, has besides them {@code id}, {@code lines},
 * {@code root} and {@code spans}. Source: reference {@code Logius-standaarden/logboek-dataverwerkingen}.
 *
 * <p>Not thread-safe.
 */
public final class ProcessingLines {
    /** The kind of these entries. */
    public static final String KIND = "ldv";

    /** An odd number, so that no two lines of an operation have one span: 2^64 over the golden ratio. */
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private static final Set<String> OF_OPERATION = Set.of("id", "lines", "root", "spans");

    private final EntryId id;
    private final Stamp opened;
    private final String spans;
    private final TreeHash subjects = new TreeHash();

    /** The lines of an operation that begins now. */
    public ProcessingLines(Stamp opened, SecureRandom random) {
        this.opened = opened;
        this.id = EntryId.at(opened.moment(), random);
        this.spans = HexFormat.of().toHexDigits(random.nextLong());
    }

    /** The identifier of the operation's entry. */
    public EntryId id() {
        return id;
    }

    /**
     * Adds the next line, about this subject.
     *
     * @param subject 32 bytes, the keyed hash of the person key
     * @return the number of the line, from 0
     */
    public int add(byte[] subject) {
        subjects.add(subject);
        return Math.toIntExact(subjects.size() - 1);
    }

    /** The lines so far. */
    public long size() {
        return subjects.size();
    }

    /**
     * The entry of the operation with all lines so far, as canonical JSON.
     *
     * @param now when it is written
     */
    public LoggedEntry operation(Processing processing, Instant now) {
        Trace trace = opened.origin().trace();
        SortedMap<String, @Nullable Object> all = new TreeMap<>();
        all.put("v", EntryWriter.FORMAT);
        all.put("id", id.value().toString());
        all.put("kind", KIND);
        all.put("t", MomentText.of(now));
        all.put("trace", trace.traceId());
        all.put("span", trace.spanId());
        all.put("parent", trace.caller().orElse(null));
        all.put("status", processing.status().code());
        all.put("name", processing.name());
        all.put("start", processing.start().toEpochMilli());
        all.put("end", processing.end().toEpochMilli());
        all.put("purpose", opened.activity());
        all.put("sub", null);
        all.put("subtype", null);
        all.put("spans", spans);
        all.put("lines", subjects.size());
        all.put("root", HexFormat.of().formatHex(subjects.root()));
        return new LoggedEntry(id, now, KIND, CanonicalJson.of(all), Optional.empty());
    }

    /**
     * The line of a subject in the form of the standard, as canonical JSON, under the identifier of its operation.
     *
     * @param operation the entry of its operation
     * @param members the members of that entry's text: strings, longs and nulls
     * @param n its number, from 0
     * @param subject the 32 bytes that were added
     */
    public static LoggedEntry line(
            LoggedEntry operation, Map<String, ? extends @Nullable Object> members, int n, byte[] subject) {
        SortedMap<String, @Nullable Object> line = new TreeMap<>(members);
        line.keySet().removeAll(OF_OPERATION);
        line.put("parent", members.get("span"));
        line.put("span", span(String.valueOf(members.get("spans")), n));
        line.put("sub", HexFormat.of().formatHex(subject));
        line.put("subtype", subjectType(members));
        return new LoggedEntry(operation.id(), operation.t(), KIND, CanonicalJson.of(line), Optional.empty());
    }

    /** What kind of identifier the subjects are: keyed hashes under the key of the school year in which the operation began. */
    static String subjectType(Map<String, ? extends @Nullable Object> members) {
        return "urn:schakel:betrokkene:" + SchoolYear.of(Instant.ofEpochMilli(number(members, "start")));
    }

    static long number(Map<String, ? extends @Nullable Object> members, String name) {
        if (members.get(name) instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalArgumentException("an operation has no " + name);
    }

    /** W3C Trace Context knows no span of zeros. */
    static String span(String first, int n) {
        long span = HexFormat.fromHexDigitsToLong(first) + n * STEP;
        return HexFormat.of().toHexDigits(span == 0 ? 1 : span);
    }
}
