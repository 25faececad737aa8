package nl.schakel.delivery.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.delivery.ChangeNumbers;
import nl.schakel.delivery.DeliveryRefused;
import nl.schakel.delivery.NumberChange;
import nl.schakel.delivery.NumberChangeFields;
import nl.schakel.delivery.NumberChangeId;
import nl.schakel.delivery.NumberChangeReader;
import nl.schakel.delivery.NumberChangeRule;
import nl.schakel.delivery.ReportedNumberChange;
import nl.schakel.delivery.SeeNumberChanges;
import nl.schakel.delivery.UndoNumberChange;
import nl.schakel.platform.problem.Fault;
import nl.schakel.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/** Number changes of the school that acts. No answer holds a number. */
@Path("nummerwijzigingen")
@RequestScoped
@AllowedRoles(Role.SCHOOL)
@Produces(MediaType.APPLICATION_JSON)
public class NumberChangeResource {
    private static final int MOST_FAULTS = 100;

    @Inject
    private CurrentActor actor;

    @Inject
    private ChangeNumbers change;

    @Inject
    private UndoNumberChange undo;

    @Inject
    private SeeNumberChanges see;

    @Inject
    private NumberChangeReader reader;

    @Inject
    private Clock clock;

    /** Records one change or an array of them. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(JsonStructure body) {
        return recorded(change.change(actor.require(), read(body, SchoolYear.dayOf(clock.instant()))));
    }

    /** Records the changes of a file. */
    @POST
    @Consumes("text/csv")
    public Response changeByFile(InputStream body) {
        return recorded(change.change(
                actor.require(), reader.read(body, SchoolYear.dayOf(clock.instant()), ChangeNumbers.MOST)));
    }

    private static Response recorded(List<NumberChange> changes) {
        return Response.status(Response.Status.CREATED)
                .entity(NumberChangeJson.ListOf.all(changes))
                .build();
    }

    /** The newest changes. */
    @GET
    public NumberChangeJson.ListOf list() {
        return NumberChangeJson.ListOf.all(see.newest(actor.require()));
    }

    /** Takes a change back. */
    @POST
    @Path("{id}/terugdraaiing")
    public NumberChangeJson undo(@PathParam("id") String id) {
        NumberChangeId known = NumberChangeId.parse(id).orElseThrow(DeliveryRefused.NumberChangeUnknown::new);
        return NumberChangeJson.of(undo.undo(actor.require(), known));
    }

    private static List<ReportedNumberChange> read(JsonStructure body, LocalDate today) {
        List<JsonValue> sent = body instanceof JsonArray array ? array : List.of((JsonValue) body);
        if (sent.size() > ChangeNumbers.MOST) {
            throw new DeliveryRefused.TooManyNumberChanges(ChangeNumbers.MOST);
        }
        List<ReportedNumberChange> changes = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            JsonValue one = sent.get(i);
            String place = sent.size() == 1 ? "" : "wijziging " + (i + 1);
            NumberChangeFields fields = new NumberChangeFields(name -> field(one, name), place, today);
            fields.change().ifPresent(changes::add);
            faults.addAll(fields.faults());
        }
        if (sent.isEmpty()) {
            faults.add(NumberChangeRule.NOTHING.at(""));
        }
        if (!faults.isEmpty()) {
            throw new DeliveryRefused.NumberChangesWrong(faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
        }
        return changes;
    }

    private static @Nullable String field(JsonValue report, String name) {
        JsonValue value = report instanceof JsonObject object ? object.get(name) : null;
        if (value instanceof JsonString text) {
            return text.getString();
        }
        return value instanceof JsonNumber number && number.isIntegral() ? number.toString() : null;
    }
}
