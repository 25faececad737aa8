package nl.schakel.delivery.format;

import java.util.List;
import java.util.regex.Pattern;
import nl.schakel.delivery.DeliveryContext;
import nl.schakel.delivery.DeliveryRefused;
import nl.schakel.delivery.DeliveryRule;
import nl.schakel.delivery.NumberMode;
import nl.schakel.delivery.Place;
import nl.schakel.delivery.RowFault;

/**
 * Watches that a blind file holds nothing but what is read. In direct mode it lets everything pass, because there the rest
 * is stepped over.
 */
final class StrippedFile {
    private static final Pattern NINE_OR_MORE = Pattern.compile("[0-9]{9}");

    private final boolean blind;
    private final NumberedKeys keys = new NumberedKeys();

    StrippedFile(DeliveryContext context) {
        blind = context.mode() == NumberMode.BLIND;
    }

    boolean isBlind() {
        return blind;
    }

    /** Something stands here that is not read. @throws DeliveryRefused.NotStripped in blind mode */
    void unread(long line, String path) {
        if (blind) {
            throw refusal(DeliveryRule.NOT_STRIPPED, line, path);
        }
    }

    /** A pupil key stands here; in blind mode {@link #end} looks at them all. */
    void pupilKey(CharSequence key, long line) {
        if (blind) {
            keys.add(key, line);
        }
    }

    /** A blind file holds a result's ordinal and not its key. @throws DeliveryRefused.NotStripped at nine digits */
    void resultKey(String key, long line) {
        if (NINE_OR_MORE.matcher(key).find()) {
            unread(line, "resultaat/@key");
        }
    }

    /** The file has ended. @throws DeliveryRefused.NotStripped where the pupil keys of a blind file are numbers */
    void end(String path) {
        if (keys.areNumbers()) {
            throw refusal(DeliveryRule.KEY_NUMBER, keys.line(), path);
        }
    }

    /** The refusal of a blind file that breaks this rule. */
    static DeliveryRefused refusal(DeliveryRule rule, long line, String path) {
        RowFault fault = new RowFault(0, new Place(line, path), rule);
        return new DeliveryRefused.NotStripped(List.of(fault.inDutch()));
    }
}
