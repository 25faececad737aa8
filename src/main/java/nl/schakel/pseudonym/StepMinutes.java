package nl.schakel.pseudonym;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import nl.schakel.audit.AuditEntry;

/**
 * What the minutes say of a step that two custodians took before there was a service, as it was sent: anything at all.
 *
 * @param moment when it was taken, such as {@code 2026-11-22T10:00:00Z}
 * @param custodians the names of the two
 */
public record StepMinutes(String moment, List<String> custodians) {
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M} .'-]{0,79}");
    private static final int PAIR = 2;

    /** As sent. */
    public StepMinutes {
        custodians = List.copyOf(custodians);
    }

    /** Whether this can be a custodian's name in minutes: a letter first, without the word that joins two names. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches() && !text.contains(" en ");
    }

    /** Whether it names a moment that is past and two different people. */
    boolean isComplete(Instant now) {
        return isPast(moment, now)
                && custodians.size() == PAIR
                && new HashSet<>(custodians).size() == PAIR
                && custodians.stream().allMatch(StepMinutes::isName);
    }

    private static boolean isPast(String text, Instant now) {
        try {
            return !Instant.parse(text).isAfter(now);
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** The entry of the step with who took it and when. */
    AuditEntry in(AuditEntry entry) {
        return entry.detail("minutedAt", Instant.parse(moment).toString())
                .detail("minutedBy", String.join(" en ", custodians));
    }
}
