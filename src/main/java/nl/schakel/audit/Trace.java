package nl.schakel.audit;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One operation within one request, in the identifiers of W3C Trace Context: what joins an audit entry to the lines of the
 * processing log without either naming the other's people.
 *
 * @param traceId 32 lower-case hexadecimal digits, not all zero
 * @param spanId 16 lower-case hexadecimal digits, not all zero
 * @param caller the span of whoever asked, of the same form; empty where the request named none
 */
public record Trace(String traceId, String spanId, Optional<String> caller) {
    private static final Pattern TRACE = Pattern.compile("(?!0{32})[0-9a-f]{32}");
    private static final Pattern SPAN = Pattern.compile("(?!0{16})[0-9a-f]{16}");

    /** @throws IllegalArgumentException where an identifier has another form */
    public Trace {
        if (!TRACE.matcher(traceId).matches()
                || !SPAN.matcher(spanId).matches()
                || !caller.stream().allMatch(span -> SPAN.matcher(span).matches())) {
            throw new IllegalArgumentException("not a trace");
        }
    }

    /** An operation that nobody called. */
    public Trace(String traceId, String spanId) {
        this(traceId, spanId, Optional.empty());
    }
}
