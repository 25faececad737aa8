package nl.schakel.oversight;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.schakel.audit.Actor;
import nl.schakel.audit.Role;

/** Another privacy officer approves that a pupil is looked up. */
@Dependent
public class ApproveLookUp {
    private final LookUps lookUps;
    private final Clock clock;

    /** Keeps requests here. */
    @Inject
    public ApproveLookUp(LookUps lookUps, Clock clock) {
        this.lookUps = lookUps;
        this.clock = clock;
    }

    /**
     * Approves; from now on the asker has half an hour.
     *
     * @throws OversightRefused.Unknown where there is no such request
     * @throws OversightRefused.OwnRequest for who asked
     * @throws OversightRefused.WrongState where it was approved or used before
     * @throws OversightRefused.Expired where it has waited too long
     */
    @Transactional
    public LookUp approve(Actor actor, LookUpId id) {
        actor.require(Role.PRIVACY_OFFICER);
        LookUp request = lookUps.hold(id).orElseThrow(OversightRefused.Unknown::new);
        if (request.askedBy().equals(actor.staff())) {
            throw new OversightRefused.OwnRequest();
        }
        Instant now = clock.instant();
        switch (request.state(now)) {
            case EXPIRED -> throw new OversightRefused.Expired();
            case APPROVED, USED -> throw new OversightRefused.WrongState(request.state(now));
            case WAITING -> lookUps.approve(id, actor.staff(), now, AskForLookUp.entry(actor, "look-up.approve", id));
        }
        return new LookUp(
                id,
                request.ground(),
                request.reason(),
                request.askedBy(),
                request.asked(),
                Optional.of(actor.staff()),
                Optional.of(now),
                Optional.empty());
    }
}
