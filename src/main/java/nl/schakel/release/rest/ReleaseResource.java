package nl.schakel.release.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.List;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.release.DownloadRelease;
import nl.schakel.release.EndRelease;
import nl.schakel.release.ReadReleases;
import nl.schakel.release.RecallRelease;
import nl.schakel.release.Release;
import nl.schakel.release.ReleaseId;
import nl.schakel.release.ReleaseRefused;

/** Releases and their packages. */
@Path("vrijgaven")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@AllowedRoles({Role.RESEARCHER, Role.STEWARD, Role.PRIVACY_OFFICER})
public class ReleaseResource {
    @Inject
    private CurrentActor actor;

    @Inject
    private ReadReleases read;

    @Inject
    private DownloadRelease download;

    @Inject
    private RecallRelease recall;

    @Inject
    private EndRelease end;

    /** The reader's list. */
    @GET
    public List<ReleaseJson> list() {
        return read.list(actor.require()).stream().map(ReleaseJson::of).toList();
    }

    /** One release. */
    @GET
    @Path("{id}")
    public ReleaseJson one(@PathParam("id") String id) {
        return ReleaseJson.of(read.read(actor.require(), known(id)));
    }

    /** The signed note over the encrypted package. */
    @GET
    @Path("{id}/handtekening")
    @Produces("text/plain; charset=utf-8")
    public String note(@PathParam("id") String id) {
        return read.read(actor.require(), known(id)).sealed().note().value();
    }

    /** The encrypted package; objections and consent are asked again first. */
    @GET
    @Path("{id}/pakket")
    @Produces("application/age")
    @AllowedRoles(Role.RESEARCHER)
    public Response download(@PathParam("id") String id) {
        DownloadRelease.Download opened = download.open(actor.require(), known(id));
        Release release = opened.release();
        StreamingOutput content = out -> {
            try (InputStream in = opened.content()) {
                in.transferTo(out);
            }
        };
        return Response.ok(content)
                .header("Content-Length", release.sealed().size())
                .header("Content-Disposition", "attachment; filename=\"vrijgave-" + release.id() + ".zip.age\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Calls a release back. */
    @POST
    @Path("{id}/terugroeping")
    @AllowedRoles({Role.STEWARD, Role.PRIVACY_OFFICER})
    public ReleaseJson recall(@PathParam("id") String id, RecallJson json) {
        String reason = json.reden() == null ? "" : json.reden();
        return ReleaseJson.of(recall.recall(actor.require(), known(id), reason));
    }

    /** Ends a release that nobody needs any more. */
    @POST
    @Path("{id}/sluiting")
    @Consumes(MediaType.WILDCARD)
    @AllowedRoles(Role.RESEARCHER)
    public ReleaseJson end(@PathParam("id") String id) {
        return ReleaseJson.of(end.end(actor.require(), known(id)));
    }

    private static ReleaseId known(String id) {
        return ReleaseId.parse(id).orElseThrow(ReleaseRefused.Unknown::new);
    }
}
