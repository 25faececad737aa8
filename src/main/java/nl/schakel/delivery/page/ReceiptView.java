package nl.schakel.delivery.page;

import java.util.List;
import java.util.Map;
import nl.schakel.delivery.Delivery;
import nl.schakel.delivery.DeliveryRule;
import nl.schakel.delivery.DeliveryState;
import nl.schakel.delivery.Receipt;
import nl.schakel.delivery.RowFault;
import nl.schakel.delivery.Tally;
import nl.schakel.platform.web.PageContext;

/**
 * What the pages of one delivery show.
 *
 * @param done code of the act that led here, for the message on top; empty otherwise
 */
public record ReceiptView(Receipt receipt, String done) {
    private static final int EXAMPLES = 5;

    /**
     * One cause, for all rows that it concerns.
     *
     * @param places the first few places
     */
    public record Cause(DeliveryRule rule, long rows, List<RowFault> places) {
        /** What would have been right, in the page's language. */
        public String expected(PageContext page) {
            return dutch(page) ? rule.expectedInDutch() : rule.expectedInEnglish();
        }

        /** What the school can do, in the page's language. */
        public String repair(PageContext page) {
            return dutch(page) ? rule.repairInDutch() : rule.repairInEnglish();
        }

        /** Where it stands, in the page's language. */
        public String place(PageContext page, RowFault fault) {
            return dutch(page) ? fault.place().inDutch() : fault.place().inEnglish();
        }

        /** How many more rows there are than places shown. */
        public long more() {
            return Math.max(0, rows - places.size());
        }

        private static boolean dutch(PageContext page) {
            return page.language().code().equals("nl");
        }
    }

    /** The delivery. */
    public Delivery delivery() {
        return receipt.delivery();
    }

    /** The counts. */
    public Tally tally() {
        return delivery().tally();
    }

    /** Rows that came through: stored now or before. */
    public long fine() {
        return tally().accepted() + tally().known();
    }

    /** Causes for which rows were refused. */
    public List<Cause> refused() {
        return causes(receipt.findings().refused());
    }

    /** Things to know about rows that were not refused. */
    public List<Cause> warned() {
        return causes(receipt.findings().warned());
    }

    private List<Cause> causes(Map<DeliveryRule, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> new Cause(count.getKey(), count.getValue(), places(count.getKey())))
                .toList();
    }

    private List<RowFault> places(DeliveryRule rule) {
        return receipt.findings().first().stream()
                .filter(fault -> fault.rule() == rule)
                .limit(EXAMPLES)
                .toList();
    }

    /** Whether the school can approve it now. */
    public boolean canApprove() {
        return delivery().state().mayBecome(DeliveryState.APPROVED);
    }

    /** Whether the school can try to take it back now. */
    public boolean canWithdraw() {
        return delivery().state().mayBecome(DeliveryState.WITHDRAWN);
    }

    /** Colour and sign of a state, see {@code tag/status}. */
    public static String kind(DeliveryState state) {
        return switch (state) {
            case RECEIVED -> "wacht";
            case APPROVED, LINKED -> "goed";
            case REJECTED -> "fout";
            case CHECKED, WITHDRAWN -> "neutraal";
        };
    }
}
