package nl.schakel.delivery.format;

import java.util.List;
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
    private final boolean blind;

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

    /** The refusal of a blind file that breaks this rule. */
    static DeliveryRefused refusal(DeliveryRule rule, long line, String path) {
        RowFault fault = new RowFault(0, new Place(line, path), rule);
        return new DeliveryRefused.NotStripped(List.of(fault.inDutch()));
    }
}
