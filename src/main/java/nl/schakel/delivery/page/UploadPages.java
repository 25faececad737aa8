package nl.schakel.delivery.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.delivery.DeliveryRefused;
import nl.schakel.delivery.Receipt;
import nl.schakel.delivery.ReceiveDelivery;
import nl.schakel.delivery.UploadFields;
import nl.schakel.platform.problem.Fault;
import nl.schakel.platform.web.Page;
import nl.schakel.platform.web.StreamedForm;
import nl.schakel.pseudonym.Canaries;
import nl.schakel.pseudonym.PseudonymRefused;
import nl.schakel.pseudonym.SeeCanaries;

/** Checking or sending a file with an ordinary form, streamed. */
@Controller
@Path("leveringen/nieuw")
@RequestScoped
@AllowedRoles(Role.SCHOOL)
public class UploadPages {
    @Inject
    private Page page;

    @Inject
    private CurrentActor actor;

    @Inject
    private ReceiveDelivery receive;

    @Inject
    private SeeCanaries see;

    /** The form; after a check it keeps how the numbers came. */
    @GET
    public Response form(@QueryParam("wijze") @DefaultValue("") String mode) {
        return show(UploadView.empty(mode, canaries()));
    }

    /** Help with making and sending a file. */
    @GET
    @Path("hulp")
    public Response help() {
        return page.under("leveringen", "delivery.lijst.titel").show("delivery/hulp", "delivery.hulp.titel");
    }

    /** Takes the form: shows the result of a check, or leads to the delivery. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response send(InputStream body, @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType) {
        StreamedForm form = StreamedForm.of(body, contentType);
        try {
            Receipt receipt = receive(form);
            return receipt.isTrial()
                    ? result(receipt)
                    : page.to("leveringen/" + receipt.delivery().id() + "?gelukt=ontvangen");
        } catch (DeliveryRefused refused) {
            page.refused("delivery.receive", refused);
            return again(refused, form.fields());
        }
    }

    private Receipt receive(StreamedForm form) {
        if (!form.hasFile()) {
            throw new DeliveryRefused.FieldWrong("bestand");
        }
        Actor school = actor.require();
        Map<String, String> fields = form.fields();
        String trial = "versturen".equals(fields.get("stap")) ? "false" : "true";
        UploadFields upload = new UploadFields(
                fields.get("sleutel"), trial, fields.get("schooljaar"), fields.get("vestiging"), fields.get("wijze"));
        return receive.receive(school, upload.upload(form.file(), school.requireSchool()));
    }

    private Response result(Receipt receipt) {
        return page.under("leveringen", "delivery.lijst.titel")
                .show("delivery/levering", "delivery.controle.titel", new ReceiptView(receipt, ""));
    }

    private Response again(DeliveryRefused refused, Map<String, String> sent) {
        String field = "schooljaar-niet-opgegeven".equals(refused.slug()) ? "schooljaar" : "bestand";
        page.fault(field, "delivery.probleem." + refused.slug() + ".uitleg");
        for (Fault fault : refused.faults()) {
            page.fault("bestand", "delivery.nieuw.fout", fault.place(), fault.expected(), fault.repair());
        }
        return show(UploadView.after(sent, canaries()));
    }

    /** Without keys the choice to evaluate blind is not offered; sending tells what is the matter. */
    private List<Canaries> canaries() {
        try {
            return see.see(actor.require());
        } catch (PseudonymRefused.Suspended noKeys) {
            return List.of();
        }
    }

    private Response show(UploadView view) {
        return page.under("leveringen", "delivery.lijst.titel").show("delivery/nieuw", "delivery.nieuw.titel", view);
    }
}
