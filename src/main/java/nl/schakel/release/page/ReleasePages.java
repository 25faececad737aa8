package nl.schakel.release.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.platform.web.Page;
import nl.schakel.release.ApproveRelease;
import nl.schakel.release.ReadReleases;
import nl.schakel.release.RecallRelease;
import nl.schakel.release.Release;
import nl.schakel.release.ReleaseId;
import nl.schakel.release.ReleasePolicy;
import nl.schakel.release.ReleaseRefused;
import nl.schakel.release.ReleaseState;
import nl.schakel.study.ReviewRole;

/** Releases: the list, one release with its two agreements. */
@Controller
@Path("vrijgaven")
@RequestScoped
@AllowedRoles({Role.RESEARCHER, Role.STEWARD, Role.PRIVACY_OFFICER})
public class ReleasePages {
    @Inject
    private Page page;

    @Inject
    private CurrentActor actor;

    @Inject
    private ReadReleases read;

    @Inject
    private ApproveRelease approve;

    @Inject
    private RecallRelease recall;

    /** The visitor's list. */
    @GET
    public Response list() {
        return page.show("release/lijst", "release.lijst.titel", new ReleaseListModel(read.list(actor.require())));
    }

    /** One release. */
    @GET
    @Path("{id}")
    public Response one(@PathParam("id") String id, @QueryParam("gelukt") @DefaultValue("") String done) {
        return show(known(id), done.matches("[a-z]{1,20}") ? done : "");
    }

    /** Agrees; the second of the two releases. */
    @POST
    @Path("{id}/akkoord")
    @AllowedRoles({Role.STEWARD, Role.PRIVACY_OFFICER})
    public Response approve(@PathParam("id") String id, @FormParam("kant") @DefaultValue("") String side) {
        Release release = read.read(actor.require(), known(id));
        Optional<ReviewRole> asked = Arrays.stream(ReviewRole.values())
                .filter(role -> role.name().equals(side))
                .findFirst();
        approve.approve(actor.require(), release.extract(), asked);
        return page.to("vrijgaven/" + release.id() + "?gelukt=akkoord");
    }

    /** Calls a release back. */
    @POST
    @Path("{id}/terugroeping")
    @AllowedRoles({Role.STEWARD, Role.PRIVACY_OFFICER})
    public Response recall(@PathParam("id") String id, @FormParam("reden") @DefaultValue("") String reason) {
        ReleaseId release = known(id);
        if (reason.isBlank()) {
            page.fault("reden", "release.probleem.terugroepen-zonder-reden.uitleg");
            return show(release, "");
        }
        recall.recall(actor.require(), release, reason);
        return page.to("vrijgaven/" + release + "?gelukt=teruggeroepen");
    }

    /** Where the switch of languages leads after a refused try to call back: to the release. */
    @GET
    @Path("{id}/terugroeping")
    @AllowedRoles({Role.STEWARD, Role.PRIVACY_OFFICER})
    public Response recalled(@PathParam("id") String id) {
        return page.to("vrijgaven/" + known(id));
    }

    private Response show(ReleaseId id, String done) {
        Actor visitor = actor.require();
        Release release = read.read(visitor, id);
        ReleaseModel model =
                new ReleaseModel(release, open(visitor, release), ReleasePolicy.allowsOversight(visitor), done);
        return page.under("vrijgaven", "release.lijst.titel").show("release/een", "release.een.titel", model);
    }

    private static Set<ReviewRole> open(Actor visitor, Release release) {
        Set<ReviewRole> open = EnumSet.noneOf(ReviewRole.class);
        if (release.state() == ReleaseState.BUILT && !release.isApprovedBy(visitor.staff())) {
            for (ReviewRole side : ReviewRole.values()) {
                boolean taken = release.approvals().stream().anyMatch(approval -> approval.side() == side);
                if (!taken && visitor.has(side.role())) {
                    open.add(side);
                }
            }
        }
        return open;
    }

    private static ReleaseId known(String id) {
        return ReleaseId.parse(id).orElseThrow(ReleaseRefused.Unknown::new);
    }
}
