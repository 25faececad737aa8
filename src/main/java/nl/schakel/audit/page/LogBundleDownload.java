package nl.schakel.audit.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.ExportLog;
import nl.schakel.audit.LogExtent;
import nl.schakel.audit.Role;
import nl.schakel.audit.WriteBundle;

/** The whole log as a file for a browser; the same use case as the API's. Not a controller: it streams. */
@Path("logboek/bundel")
@RequestScoped
@AllowedRoles(Role.PRIVACY_OFFICER)
public class LogBundleDownload {
    @Inject
    private CurrentActor actor;

    @Inject
    private ExportLog export;

    @Inject
    private WriteBundle bundle;

    /** The bundle, with the subjects of every operation. */
    @GET
    @Produces("text/plain;charset=UTF-8")
    public Response file() {
        LogExtent extent = export.begin(actor.require(), 0, true);
        StreamingOutput content = out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            bundle.write(extent, writer);
            writer.flush();
        };
        return Response.ok(content)
                .header("Content-Disposition", "attachment; filename=\"schakel-logboek-" + extent.to() + ".txt\"")
                .build();
    }
}
