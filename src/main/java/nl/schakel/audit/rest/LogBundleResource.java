package nl.schakel.audit.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.ExportLog;
import nl.schakel.audit.LogExtent;
import nl.schakel.audit.Role;
import nl.schakel.audit.WriteBundle;

/** The log as a bundle that is verified elsewhere. */
@Path("logboek/bundel")
@RequestScoped
@AllowedRoles(Role.PRIVACY_OFFICER)
public class LogBundleResource {
    private static final String NUMBER = "0|[1-9][0-9]{0,17}";

    @Inject
    private CurrentActor actor;

    @Inject
    private ExportLog export;

    @Inject
    private WriteBundle bundle;

    /** The part of the log behind {@code vanaf} entries, up to the newest signed checkpoint. */
    @GET
    @Produces("text/plain;charset=UTF-8")
    public Response bundle(
            @QueryParam("vanaf") @DefaultValue("0") String from,
            @QueryParam("regels") @DefaultValue("false") String lines) {
        if (!from.matches(NUMBER) || !lines.matches("true|false")) {
            throw new AuditRefused.WrongFilter(List.of(from.matches(NUMBER) ? "regels" : "vanaf"));
        }
        LogExtent extent = export.begin(actor.require(), Long.parseLong(from), Boolean.parseBoolean(lines));
        StreamingOutput content = out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            bundle.write(extent, writer);
            writer.flush();
        };
        String name = "schakel-logboek-" + extent.from() + "-" + extent.to() + ".txt";
        return Response.ok(content)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
