package nl.schakel.release;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.schakel.audit.Actor;
import nl.schakel.audit.Role;

/** Shows releases to those who watch over them and to the team. Tells nothing of a pupil and makes no audit entry. */
@Dependent
public class ReadReleases {
    private final Releases releases;

    @Inject
    public ReadReleases(Releases releases) {
        this.releases = releases;
    }

    /** The release. @throws ReleaseRefused.Unknown where there is none, or not for this actor */
    @Transactional
    public Release read(Actor actor, ReleaseId id) {
        Release release = releases.find(id).orElseThrow(ReleaseRefused.Unknown::new);
        if (!ReleasePolicy.allowsOversight(actor) && !releases.isTeam(release, actor.staff())) {
            throw new ReleaseRefused.Unknown();
        }
        return release;
    }

    /**
     * The actor's list: every release for who watches over them, else those of the own studies.
     *
     * @throws nl.schakel.audit.AuditRefused.NotAllowed for an actor with another role
     */
    @Transactional
    public List<Release> list(Actor actor) {
        if (ReleasePolicy.allowsOversight(actor)) {
            return releases.all();
        }
        actor.require(Role.RESEARCHER);
        return releases.ofTeam(actor.staff());
    }
}
