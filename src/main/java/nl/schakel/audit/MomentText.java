package nl.schakel.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The spelling of moments in the log: {@code 2026-11-21T16:00:00.000Z}, UTC with always three decimals. */
final class MomentText {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private MomentText() {}

    /** The moment, cut off at milliseconds. */
    static String of(Instant moment) {
        return FORM.format(moment);
    }
}
