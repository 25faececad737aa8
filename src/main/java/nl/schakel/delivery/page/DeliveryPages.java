package nl.schakel.delivery.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.delivery.ApproveDelivery;
import nl.schakel.delivery.Delivery;
import nl.schakel.delivery.DeliveryId;
import nl.schakel.delivery.DeliveryRefused;
import nl.schakel.delivery.SeeDeliveries;
import nl.schakel.delivery.WithdrawDelivery;
import nl.schakel.platform.web.Page;

/** The deliveries of the school: the list, one of them, its receipt, and the two decisions about it. */
@Controller
@Path("leveringen")
@RequestScoped
@AllowedRoles(Role.SCHOOL)
public class DeliveryPages {
    private static final String PATH = "leveringen";
    private static final String LIST_TITLE = "delivery.lijst.titel";
    private static final int MOST = 100;

    @Inject
    private Page page;

    @Inject
    private CurrentActor actor;

    @Inject
    private SeeDeliveries see;

    @Inject
    private ApproveDelivery approve;

    @Inject
    private WithdrawDelivery withdraw;

    /** All deliveries of the school, newest first. */
    @GET
    public Response list() {
        return page.show("delivery/lijst", LIST_TITLE, new DeliveryList(see.newest(actor.require(), MOST)));
    }

    /** One delivery: what became of its rows, and what to do now. */
    @GET
    @Path("{id}")
    public Response one(@PathParam("id") String id, @QueryParam("gelukt") @DefaultValue("") String done) {
        ReceiptView view = view(id, done);
        return page.under(PATH, LIST_TITLE).show("delivery/levering", "delivery.een.titel", view);
    }

    /** The receipt, made to be printed. */
    @GET
    @Path("{id}/ontvangstbewijs")
    public Response receipt(@PathParam("id") String id) {
        return page.under(PATH, LIST_TITLE).show("delivery/bewijs", "delivery.bewijs.titel", view(id, ""));
    }

    /** Asks whether to approve. */
    @GET
    @Path("{id}/goedkeuring")
    public Response askApproval(@PathParam("id") String id) {
        return page.under(PATH, LIST_TITLE).show("delivery/goedkeuren", "delivery.goedkeuren.titel", view(id, ""));
    }

    /** Approves. */
    @POST
    @Path("{id}/goedkeuring")
    public Response approve(@PathParam("id") String id) {
        Delivery approved = approve.approve(actor.require(), delivery(id));
        return page.to(PATH + "/" + approved.id() + "?gelukt=goedgekeurd");
    }

    /** Asks whether to withdraw. */
    @GET
    @Path("{id}/intrekking")
    public Response askWithdrawal(@PathParam("id") String id) {
        return page.under(PATH, LIST_TITLE).show("delivery/intrekken", "delivery.intrekken.titel", view(id, ""));
    }

    /** Withdraws. */
    @POST
    @Path("{id}/intrekking")
    public Response withdraw(@PathParam("id") String id) {
        Delivery withdrawn = withdraw.withdraw(actor.require(), delivery(id));
        return page.to(PATH + "/" + withdrawn.id() + "?gelukt=ingetrokken");
    }

    private ReceiptView view(String id, String done) {
        return new ReceiptView(see.one(actor.require(), delivery(id)), done);
    }

    private static DeliveryId delivery(String id) {
        return DeliveryId.parse(id).orElseThrow(DeliveryRefused.NotFound::new);
    }
}
