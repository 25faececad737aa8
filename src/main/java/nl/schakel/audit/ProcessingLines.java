package nl.schakel.audit;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import nl.schakel.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one operation in the processing log, as fast as they can be copied to the database: all lines below the
 * first have one shape, in which only identifier, span and subject differ, at fixed places.
 *
 * <p>Format, version 1, after Logboek Dataverwerkingen 1.0: {@code end} and {@code start} (end_time, start_time, in
 * milliseconds since 1970), {@code name}, {@code parent} (parent_span_id), {@code purpose}
 * (dpl.core.processing_activity_id), {@code span} (span_id), {@code status}, {@code sub} (dpl.core.data_subject_id),
 * {@code subtype} (dpl.core.data_subject_id_type), {@code trace} (trace_id), with the members {@code id, kind, t, v} that
 * every entry has. No user is in it. Source: reference {@code Logius-standaarden/logboek-dataverwerkingen}.
 *
 * <p>The first line is of the operation itself, in the span of the audit entry, without subject. Not thread-safe.
 */
public final class ProcessingLines {
    /** The kind of these entries. */
    public static final String KIND = "ldv";

    private static final String NO_ID = "00000000-0000-0000-0000-000000000000";
    private static final String NO_SPAN = "0".repeat(16);
    private static final String NO_SUBJECT = "0".repeat(64);
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final Instant now;
    private final long high;
    private long low;
    private long span;
    private final String operation;
    private final byte[] line;
    private final int idAt;
    private final int spanAt;
    private final int subjectAt;
    private UUID id;

    /** The lines of this operation, written at the moment {@code now}. */
    public ProcessingLines(Processing processing, Trace trace, Instant now, SecureRandom random) {
        this.now = now;
        this.high = EntryId.high(now);
        this.low = EntryId.low(random.nextLong() >>> 3);
        this.span = random.nextLong();
        this.id = nextId();
        SortedMap<String, @Nullable Object> members = members(processing, trace);
        members.put("id", id.toString());
        this.operation = CanonicalJson.of(members);
        members.put("id", NO_ID);
        members.put("parent", trace.spanId());
        members.put("span", NO_SPAN);
        members.put("sub", NO_SUBJECT);
        members.put("subtype", subjectType(now));
        String shape = CanonicalJson.of(members);
        this.line = shape.getBytes(StandardCharsets.UTF_8);
        this.idAt = placeOf(shape, "\"id\":\"" + NO_ID);
        this.spanAt = placeOf(shape, "\"span\":\"" + NO_SPAN);
        this.subjectAt = placeOf(shape, "\"sub\":\"" + NO_SUBJECT);
    }

    private SortedMap<String, @Nullable Object> members(Processing processing, Trace trace) {
        SortedMap<String, @Nullable Object> members = new TreeMap<>();
        members.put("v", EntryWriter.FORMAT);
        members.put("kind", KIND);
        members.put("t", MomentText.of(now));
        members.put("trace", trace.traceId());
        members.put("span", trace.spanId());
        members.put("parent", null);
        members.put("status", processing.status().code());
        members.put("name", processing.name());
        members.put("start", processing.start().toEpochMilli());
        members.put("end", processing.end().toEpochMilli());
        members.put("purpose", processing.activity().uri());
        members.put("sub", null);
        members.put("subtype", null);
        return members;
    }

    private static int placeOf(String shape, String member) {
        int at = shape.indexOf(member) + member.lastIndexOf('"') + 1;
        return shape.substring(0, at).getBytes(StandardCharsets.UTF_8).length;
    }

    /** The type of the subject identifiers of this epoch: keyed hashes of the school year's log key. */
    static String subjectType(Instant now) {
        return "urn:schakel:betrokkene:" + SchoolYear.of(now);
    }

    /** The line of the operation itself; its identifier is {@link #id} until the first {@link #next}. */
    public String operation() {
        return operation;
    }

    /** The moment of all lines. */
    public Instant moment() {
        return now;
    }

    /** The identifier of the line written last. */
    public UUID id() {
        return id;
    }

    /**
     * The next line, about this subject.
     *
     * @param subject 32 bytes, the keyed hash of the person key
     * @return UTF-8 canonical JSON in an array that the next call overwrites
     */
    public byte[] next(byte[] subject) {
        id = nextId();
        putId(id);
        span = span + 0x9E3779B97F4A7C15L;
        putHex(spanAt, span == 0 ? 1 : span, 16);
        for (int i = 0; i < subject.length; i++) {
            line[subjectAt + 2 * i] = DIGITS[(subject[i] >> 4) & 15];
            line[subjectAt + 2 * i + 1] = DIGITS[subject[i] & 15];
        }
        return line;
    }

    private UUID nextId() {
        low++;
        return new UUID(high, low);
    }

    private void putId(UUID value) {
        putHex(idAt, value.getMostSignificantBits() >>> 32, 8);
        putHex(idAt + 9, value.getMostSignificantBits() >>> 16, 4);
        putHex(idAt + 14, value.getMostSignificantBits(), 4);
        putHex(idAt + 19, value.getLeastSignificantBits() >>> 48, 4);
        putHex(idAt + 24, value.getLeastSignificantBits(), 12);
    }

    private void putHex(int at, long value, int digits) {
        long rest = value;
        for (int i = at + digits - 1; i >= at; i--) {
            line[i] = DIGITS[(int) rest & 15];
            rest >>>= 4;
        }
    }
}
