package nl.schakel.audit.rest;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.schakel.audit.Trace;
import org.jspecify.annotations.Nullable;

/** Makes traces, and continues those of W3C Trace Context (level 1, {@code traceparent}). */
final class Traces {
    /** The origin of what no request asked for. */
    static final String SERVICE = "service";

    private static final Pattern PARENT = Pattern.compile(
            "(?!ff|00.{54})[0-9a-f]{2}-((?!0{32})[0-9a-f]{32})-((?!0{16})[0-9a-f]{16})-[0-9a-f]{2}(-.*)?");
    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]{2,45}(%.*)?");
    private static final int LONGEST = 200;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final HexFormat HEX = HexFormat.of();
    private static final int IPV4_KEPT = 3;
    private static final int IPV6_KEPT = 6;

    private Traces() {}

    /** A trace that nobody had before. */
    static Trace fresh() {
        return new Trace(hex(16), hex(8));
    }

    /** A new span in the trace of the header, or a fresh trace where the header is missing or malformed. */
    static Trace continued(Optional<String> traceparent) {
        return traceparent
                .filter(header -> header.length() <= LONGEST)
                .map(PARENT::matcher)
                .filter(Matcher::matches)
                .map(parent -> new Trace(parent.group(1), hex(8), Optional.of(parent.group(2))))
                .orElseGet(Traces::fresh);
    }

    /** The header of a trace: what asks within it names our span as the one that called. */
    static String header(Trace trace) {
        return "00-" + trace.traceId() + "-" + trace.spanId() + "-01";
    }

    /** The network of an address: the first three bytes of IPv4, the first six of IPv6. */
    static String place(@Nullable String address) {
        if (address == null || !LITERAL.matcher(address).matches()) {
            return SERVICE;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            int kept = bytes.length == 4 ? IPV4_KEPT : IPV6_KEPT;
            Arrays.fill(bytes, kept, bytes.length, (byte) 0);
            return "net/" + InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            return SERVICE;
        }
    }

    private static String hex(int length) {
        byte[] bytes = new byte[length];
        do {
            RANDOM.nextBytes(bytes);
        } while (allZero(bytes));
        return HEX.formatHex(bytes);
    }

    private static boolean allZero(byte[] bytes) {
        for (byte b : bytes) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }
}
