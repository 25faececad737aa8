package nl.schakel.delivery.format;

import java.util.Optional;
import nl.schakel.delivery.DeliveryRule;
import nl.schakel.pupil.LocalPupilKey;

/** Checks the form of pupil keys, and that a pupils file has each once. */
final class PupilKeys {
    private static final int LONGEST = 256;
    private final KeySet seen = new KeySet();

    /** The key, or empty after a fault was reported. */
    static Optional<LocalPupilKey> wellFormed(CharSequence text, RowReport report, long line, String path) {
        Optional<DeliveryRule> broken = broken(text);
        broken.ifPresent(rule -> report.fault(rule, line, path));
        return broken.isPresent() ? Optional.empty() : Optional.of(new LocalPupilKey(text(text)));
    }

    /** As {@link #wellFormed}, and not seen before in this file. */
    Optional<LocalPupilKey> once(CharSequence text, RowReport report, long line, String path) {
        Optional<LocalPupilKey> key = wellFormed(text, report, line, path);
        if (key.isPresent() && !seen.add(text)) {
            report.fault(DeliveryRule.KEY_TWICE, line, path);
            return Optional.empty();
        }
        return key;
    }

    /** The rule that a key breaks. */
    static Optional<DeliveryRule> broken(CharSequence text) {
        if (text.chars().allMatch(c -> c <= ' ')) {
            return Optional.of(DeliveryRule.KEY_MISSING);
        }
        if (text.length() > LONGEST) {
            return Optional.of(DeliveryRule.KEY_TOO_LONG);
        }
        return text.charAt(0) == '#' ? Optional.of(DeliveryRule.KEY_DUMMY) : Optional.empty();
    }

    private static CharSequence text(CharSequence text) {
        return text instanceof CharSpan span ? span.text() : text;
    }
}
