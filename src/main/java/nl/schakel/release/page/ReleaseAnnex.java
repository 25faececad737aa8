package nl.schakel.release.page;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import nl.schakel.audit.Actor;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.platform.web.Annex;
import nl.schakel.platform.web.AnnexLink;
import nl.schakel.platform.web.AnnexPart;
import nl.schakel.platform.web.Page;
import nl.schakel.platform.web.PageContext;
import nl.schakel.release.ReadReleases;
import nl.schakel.release.Release;
import nl.schakel.release.ReleasePolicy;

/** The releases of a study or an extract, on its page. */
@Dependent
public class ReleaseAnnex implements Annex {
    private final ReadReleases read;
    private final CurrentActor actor;
    private final Page page;

    @Inject
    public ReleaseAnnex(ReadReleases read, CurrentActor actor, Page page) {
        this.read = read;
        this.actor = actor;
        this.page = page;
    }

    @Override
    public Optional<AnnexPart> part(String portalPath) {
        Actor visitor = actor.require();
        if (!visitor.has(Role.RESEARCHER) && !ReleasePolicy.allowsOversight(visitor)) {
            return Optional.empty();
        }
        List<Release> releases = read.list(visitor).stream()
                .filter(release -> portalPath.equals("onderzoeken/" + release.study())
                        || portalPath.equals("extracten/" + release.extract()))
                .toList();
        PageContext context = page.context("");
        return releases.isEmpty()
                ? Optional.empty()
                : Optional.of(new AnnexPart(
                        20,
                        context.text("release.lijst.titel"),
                        context.text("release.lijst.leeg"),
                        releases.stream().map(release -> link(context, release)).toList(),
                        Optional.empty()));
    }

    private static AnnexLink link(PageContext context, Release release) {
        String text = context.text(
                "release.bij.een",
                context.moment(release.builtAt()),
                context.text("release.staat." + release.state()),
                context.number(release.approvals().size()));
        return new AnnexLink("vrijgaven/" + release.id(), text);
    }
}
