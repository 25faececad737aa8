package nl.schakel.delivery.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.delivery.ApproveDelivery;
import nl.schakel.delivery.DeliveryId;
import nl.schakel.delivery.DeliveryRefused;
import nl.schakel.delivery.Receipt;
import nl.schakel.delivery.ReceiveDelivery;
import nl.schakel.delivery.SeeDeliveries;
import nl.schakel.delivery.UploadFields;
import nl.schakel.delivery.WithdrawDelivery;
import org.jspecify.annotations.Nullable;

/** {@code /leveringen}: the body is the file as it is; its form is recognized by its content. */
@Path("leveringen")
@RequestScoped
@AllowedRoles(Role.SCHOOL)
@Produces(MediaType.APPLICATION_JSON)
public class DeliveryResource {
    private static final int MOST = 200;

    @Inject
    private CurrentActor actor;

    @Inject
    private ReceiveDelivery receive;

    @Inject
    private ApproveDelivery approve;

    @Inject
    private WithdrawDelivery withdraw;

    @Inject
    private SeeDeliveries see;

    @Context
    private UriInfo uri;

    /** Receives a file, or checks it only. The stream is read once and kept nowhere. */
    @POST
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML, "text/csv", MediaType.APPLICATION_OCTET_STREAM})
    public Response receive(
            InputStream body,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @QueryParam("proef") @Nullable String trial,
            @QueryParam("schooljaar") @Nullable String year,
            @QueryParam("vestiging") @Nullable String site,
            @QueryParam("wijze") @Nullable String mode) {
        UploadFields fields = new UploadFields(key, trial, year, site, mode);
        Receipt receipt = receive.receive(
                actor.require(), fields.upload(body, actor.require().requireSchool()));
        DeliveryJson json = DeliveryJson.of(receipt);
        return receipt.isTrial()
                ? Response.ok(json).build()
                : Response.created(location(receipt)).entity(json).build();
    }

    private URI location(Receipt receipt) {
        return uri.getAbsolutePathBuilder()
                .path(receipt.delivery().id().toString())
                .build();
    }

    /** The newest deliveries. */
    @GET
    public DeliveriesJson list(@QueryParam("aantal") @DefaultValue("50") int most) {
        if (most < 1 || most > MOST) {
            throw new DeliveryRefused.FieldWrong("aantal");
        }
        return new DeliveriesJson(
                see.newest(actor.require(), most).stream().map(DeliveryJson::of).toList());
    }

    /** One delivery with what was found in it. */
    @GET
    @Path("{id}")
    public DeliveryJson one(@PathParam("id") String id) {
        return DeliveryJson.of(see.one(actor.require(), delivery(id)));
    }

    /** Approves a delivery. */
    @POST
    @Path("{id}/goedkeuring")
    public DeliveryJson approve(@PathParam("id") String id) {
        return DeliveryJson.of(approve.approve(actor.require(), delivery(id)));
    }

    /** Takes a delivery back and deletes its rows. */
    @POST
    @Path("{id}/intrekking")
    public DeliveryJson withdraw(@PathParam("id") String id) {
        return DeliveryJson.of(withdraw.withdraw(actor.require(), delivery(id)));
    }

    private static DeliveryId delivery(String id) {
        return DeliveryId.parse(id).orElseThrow(DeliveryRefused.NotFound::new);
    }
}
