package nl.schakel.delivery;

import java.time.Instant;
import java.util.Optional;
import nl.schakel.school.SchoolSite;
import nl.schakel.school.SchoolYear;

/**
 * One received file of a school: what it was, what became of its rows and where it stands now.
 *
 * @param site the school and site of which the file is
 * @param mode how numbers came: what came blind links by number and pupil key only
 * @param pupils distinct pupils whose rows were neither refused nor withheld
 */
public record Delivery(
        DeliveryId id,
        SchoolSite site,
        SchoolYear year,
        FileFormat format,
        NumberMode mode,
        DeliveryState state,
        ReceiptNumber receipt,
        Tally tally,
        int pupils,
        Moments moments) {

    /**
     * When a delivery reached its states.
     *
     * @param approved empty before the school approved it; likewise the others
     */
    public record Moments(
            Instant received, Optional<Instant> approved, Optional<Instant> linked, Optional<Instant> withdrawn) {
        /** A delivery that was just received. */
        public static Moments received(Instant at) {
            return new Moments(at, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** What the file carries. */
    public Part part() {
        return format.part();
    }

    /** The same delivery, approved. @throws DeliveryRefused.StateForbids where its state does not allow that */
    public Delivery approved(Instant at) {
        Moments then = new Moments(moments.received(), Optional.of(at), moments.linked(), moments.withdrawn());
        return become(DeliveryState.APPROVED, then);
    }

    /** The same delivery, withdrawn. @throws DeliveryRefused.StateForbids where its state does not allow that */
    public Delivery withdrawn(Instant at) {
        Moments then = new Moments(moments.received(), moments.approved(), moments.linked(), Optional.of(at));
        return become(DeliveryState.WITHDRAWN, then);
    }

    private Delivery become(DeliveryState next, Moments then) {
        if (!state.mayBecome(next)) {
            throw new DeliveryRefused.StateForbids(state, next);
        }
        return new Delivery(id, site, year, format, mode, next, receipt, tally, pupils, then);
    }
}
