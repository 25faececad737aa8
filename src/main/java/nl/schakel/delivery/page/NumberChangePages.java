package nl.schakel.delivery.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.delivery.ChangeNumbers;
import nl.schakel.delivery.DeliveryRefused;
import nl.schakel.delivery.NumberChangeFields;
import nl.schakel.delivery.NumberChangeId;
import nl.schakel.delivery.NumberChangeReader;
import nl.schakel.delivery.SeeNumberChanges;
import nl.schakel.delivery.UndoNumberChange;
import nl.schakel.platform.problem.Fault;
import nl.schakel.platform.web.Page;
import nl.schakel.platform.web.StreamedForm;
import nl.schakel.school.SchoolYear;

/** A school reports that pupils' numbers changed, one by one or with a file, and takes it back. */
@Controller
@Path("nummerwijzigingen")
@RequestScoped
@AllowedRoles(Role.SCHOOL)
public class NumberChangePages {
    private static final String TITLE = "delivery.nummer.titel";
    private static final String RECORDED = "nummerwijzigingen?gelukt=vastgelegd";

    @Inject
    private Page page;

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

    /** The forms and the list. */
    @GET
    public Response list(@QueryParam("gelukt") @DefaultValue("") String done) {
        return page.show("delivery/nummerwijzigingen", TITLE, new NumberChangeList(see.newest(actor.require()), done));
    }

    /** Records one change. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@BeanParam NumberChangeForm form) {
        NumberChangeFields fields = new NumberChangeFields(form::field, "", today());
        fields.change().ifPresent(one -> {
            try {
                change.change(actor.require(), List.of(one));
            } catch (DeliveryRefused.NumberChangesWrong refused) {
                page.refused("delivery.change-number", refused);
                show(refused.faults());
            }
        });
        show(fields.faults());
        return page.hasFaults() ? list("") : page.to(RECORDED);
    }

    /** Records the changes of a file. */
    @POST
    @Path("bestand")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response changeByFile(InputStream body, @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType) {
        StreamedForm form = StreamedForm.of(body, contentType);
        try {
            if (!form.hasFile()) {
                throw new DeliveryRefused.FieldWrong("bestand");
            }
            change.change(actor.require(), reader.read(form.file(), today(), ChangeNumbers.MOST));
            return page.to(RECORDED);
        } catch (DeliveryRefused refused) {
            page.refused("delivery.change-number", refused);
            page.fault("bestand", "delivery.probleem." + refused.slug() + ".uitleg");
            for (Fault fault : refused.faults()) {
                page.fault("bestand", "delivery.nummer.fout", fault.place(), text(fault));
            }
            return list("");
        }
    }

    /** Takes a change back. */
    @POST
    @Path("{id}/terugdraaien")
    public Response undo(@PathParam("id") String id) {
        undo.undo(actor.require(), NumberChangeId.parse(id).orElseThrow(DeliveryRefused.NumberChangeUnknown::new));
        return page.to("nummerwijzigingen?gelukt=teruggedraaid");
    }

    private void show(List<Fault> faults) {
        faults.forEach(fault -> page.fault(fault.place(), "delivery.nummer.regel." + fault.rule()));
    }

    private String text(Fault fault) {
        return page.texts().text("delivery.nummer.regel." + fault.rule());
    }

    private LocalDate today() {
        return SchoolYear.dayOf(clock.instant());
    }
}
