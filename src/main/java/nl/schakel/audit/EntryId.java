package nl.schakel.audit;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.UUID;

/**
 * The identifier of an entry: a UUID of version 7 (RFC 9562 section 5.7), so that identifiers sort by the time at which
 * they were made, to 1/4096 of a millisecond (section 6.2, method 3).
 */
public record EntryId(UUID value) {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000000000000000L;
    private static final long VARIANT_MASK = 0x3FFFFFFFFFFFFFFFL;
    private static final int NANOS_PER_MILLI = 1_000_000;

    /** A new identifier of this moment. */
    static EntryId at(Instant moment, SecureRandom random) {
        return new EntryId(new UUID(high(moment), low(random.nextLong())));
    }

    /** The first half of every identifier of this moment. */
    static long high(Instant moment) {
        long fraction = (moment.get(ChronoField.NANO_OF_SECOND) % NANOS_PER_MILLI) * 4096L / NANOS_PER_MILLI;
        return moment.toEpochMilli() << 16 | VERSION_7 | fraction;
    }

    /** A second half with the variant bits of RFC 9562. */
    static long low(long random) {
        return (random & VARIANT_MASK) | VARIANT;
    }
}
