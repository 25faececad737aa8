package nl.schakel.audit.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.ProcessingPage;
import nl.schakel.audit.ProcessingQuery;
import nl.schakel.audit.ReadProcessing;
import nl.schakel.audit.Role;

/** The processing log by the read extension of Logboek Dataverwerkingen (draft): of a trace, an activity or a subject. */
@Path("logboek/dataverwerkingen")
@RequestScoped
@AllowedRoles(Role.PRIVACY_OFFICER)
@Produces(MediaType.APPLICATION_JSON)
public class ProcessingResource {
    private static final String ATTRIBUTES = "attributes";

    @Inject
    private CurrentActor actor;

    @Inject
    private ReadProcessing log;

    @Context
    private UriInfo uri;

    /** By trace and activity, which name no person. */
    @GET
    public JsonObject get() {
        if (uri.getQueryParameters().containsKey(ProcessingQuery.SUBJECT)) {
            throw new AuditRefused.SubjectInAddress();
        }
        return read(ProcessingQuery.read(name -> uri.getQueryParameters().getFirst(name)));
    }

    /** By subject as well: the query in the body, attributes of the standard below {@code attributes}. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject post(JsonObject body) {
        Map<String, String> sent = new HashMap<>();
        body.forEach((name, value) -> {
            if (name.equals(ATTRIBUTES) && value.getValueType() == JsonValue.ValueType.OBJECT) {
                value.asJsonObject().forEach((attribute, text) -> put(sent, attribute, text));
            } else {
                put(sent, name, value);
            }
        });
        return read(ProcessingQuery.read(sent::get));
    }

    /** Fields that nobody knows are passed over, as in an address. */
    private static void put(Map<String, String> sent, String name, JsonValue value) {
        if (!ProcessingQuery.FIELDS.contains(name)) {
            return;
        }
        if (!(value instanceof JsonString text) || sent.put(name, text.getString()) != null) {
            throw new AuditRefused.WrongFilter(List.of(name));
        }
    }

    private JsonObject read(ProcessingQuery query) {
        ProcessingPage page = log.read(actor.require(), query);
        return ProcessingJson.of(page);
    }
}
