package nl.schakel.audit.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.schakel.audit.ReadRegister;
import nl.schakel.platform.web.Public;

/** The register of processing activities, for everybody: it names no person but whom the configuration names. */
@Path("verwerkingsactiviteiten")
@RequestScoped
@Public
public class ActivityResource {
    private static final String CSV = "text/csv;charset=UTF-8";

    @Inject
    private ReadRegister register;

    /** Every activity with the version in force, the earlier ones and what changed between them. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public JsonObject json() {
        return ActivityJson.of(register.read());
    }

    /** The same as a table: one line for each version. */
    @GET
    @Produces(CSV)
    public String csv() {
        return ActivityCsv.of(register.read());
    }
}
