package nl.schakel.audit.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.StringReader;
import java.util.List;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.LogQuery;
import nl.schakel.audit.LoggedEntry;
import nl.schakel.audit.ReadLog;
import nl.schakel.audit.Role;

/** The log for the privacy officer: entries exactly as they were written, newest first. */
@Path("logboek")
@RequestScoped
@AllowedRoles(Role.PRIVACY_OFFICER)
@Produces(MediaType.APPLICATION_JSON)
public class LogResource {
    @Inject
    private CurrentActor actor;

    @Inject
    private ReadLog log;

    @Context
    private UriInfo uri;

    /** Entries that fit the filters; {@code volgende} is the value of {@code voor} with which to read on. */
    @GET
    public JsonObject read() {
        LogQuery query = LogQuery.read(name -> uri.getQueryParameters().getFirst(name));
        List<LoggedEntry> entries = log.read(actor.require(), query);
        JsonArrayBuilder lines = Json.createArrayBuilder();
        entries.forEach(entry -> lines.add(line(entry)));
        var answer = Json.createObjectBuilder().add("regels", lines);
        if (entries.size() == LogQuery.PAGE) {
            answer.add("volgende", entries.get(entries.size() - 1).id().value().toString());
        }
        return answer.build();
    }

    private static JsonObject line(LoggedEntry entry) {
        var line = Json.createObjectBuilder().add("regel", parsed(entry.text())).add("tekst", entry.text());
        entry.priv().ifPresent(priv -> line.add("bijzonderheden", parsed(priv.text())));
        return line.build();
    }

    private static JsonObject parsed(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
