package nl.schakel.release.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.release.DownloadRelease;
import nl.schakel.release.ReleaseId;
import nl.schakel.release.ReleaseRefused;

/** The encrypted package for a browser; the same use case as the API's. Not a controller: it streams. */
@Path("vrijgaven/{id}/pakket")
@RequestScoped
@AllowedRoles(Role.RESEARCHER)
public class PackageDownload {
    @Inject
    private CurrentActor actor;

    @Inject
    private DownloadRelease download;

    /** The package as a file. */
    @GET
    @Produces("application/age")
    public Response file(@PathParam("id") String id) {
        ReleaseId release = ReleaseId.parse(id).orElseThrow(ReleaseRefused.Unknown::new);
        DownloadRelease.Download opened = download.open(actor.require(), release);
        StreamingOutput content = out -> {
            try (InputStream in = opened.content()) {
                in.transferTo(out);
            }
        };
        return Response.ok(content)
                .header("Content-Length", opened.release().sealed().size())
                .header("Content-Disposition", "attachment; filename=\"vrijgave-" + release + ".zip.age\"")
                .build();
    }
}
