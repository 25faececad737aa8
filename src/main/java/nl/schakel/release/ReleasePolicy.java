package nl.schakel.release;

import java.util.Optional;
import nl.schakel.audit.Actor;
import nl.schakel.audit.Role;
import nl.schakel.study.ReviewRole;

/** Who may release, download and recall. */
public final class ReleasePolicy {
    private ReleasePolicy() {}

    /**
     * The side from which the actor agrees: the one asked for, or else the only one that the actor's roles leave open.
     *
     * @throws nl.schakel.audit.AuditRefused.NotAllowed where the actor has no such role
     */
    static ReviewRole side(Actor actor, Release release, Optional<ReviewRole> asked) {
        ReviewRole side = asked.orElseGet(() -> open(actor, release));
        actor.require(side.role());
        return side;
    }

    private static ReviewRole open(Actor actor, Release release) {
        for (ReviewRole side : ReviewRole.values()) {
            boolean taken = release.approvals().stream().anyMatch(approval -> approval.side() == side);
            if (!taken && actor.has(side.role())) {
                return side;
            }
        }
        return actor.has(Role.PRIVACY_OFFICER) ? ReviewRole.PRIVACY_OFFICER : ReviewRole.STEWARD;
    }

    /** Whether the actor watches over every release. */
    public static boolean allowsOversight(Actor actor) {
        return actor.has(Role.STEWARD) || actor.has(Role.PRIVACY_OFFICER);
    }
}
