package nl.schakel.oversight.rest;

import java.time.Instant;
import java.util.List;
import nl.schakel.audit.Actor;
import nl.schakel.oversight.LookUp;
import org.jspecify.annotations.Nullable;

/**
 * A request as the API shows it.
 *
 * @param eigen whether the caller asked it
 * @param geldigTot last moment to approve or, once approved, to use it
 */
public record LookUpJson(
        String id,
        String grond,
        String toelichting,
        String status,
        boolean eigen,
        String gevraagdOp,
        String geldigTot,
        @Nullable String goedgekeurdOp,
        @Nullable String gebruiktOp) {
    static LookUpJson of(LookUp request, Actor actor, Instant now) {
        return new LookUpJson(
                request.id().toString(),
                request.ground().dutch(),
                request.reason().text(),
                request.state(now).dutch(),
                request.askedBy().equals(actor.staff()),
                request.asked().toString(),
                request.end().toString(),
                request.approved().map(Instant::toString).orElse(null),
                request.used().map(Instant::toString).orElse(null));
    }

    /** A list with its length. */
    public record ListOf(int aantal, List<LookUpJson> inzageverzoeken) {}
}
