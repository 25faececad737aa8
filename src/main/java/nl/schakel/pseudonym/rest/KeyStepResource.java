package nl.schakel.pseudonym.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.pseudonym.CeremonyRefused;
import nl.schakel.pseudonym.ConfirmKeyStep;
import nl.schakel.pseudonym.KeyStep;
import nl.schakel.pseudonym.KeyStepId;
import nl.schakel.pseudonym.ProposeKeyStep;
import nl.schakel.pseudonym.SeeKeys;
import nl.schakel.pseudonym.SettleKeyStep;

/** Steps of key care, each taken by two custodians of one holder. */
@Path("sleutelhandelingen")
@RequestScoped
@AllowedRoles({Role.CUSTODIAN_A, Role.CUSTODIAN_B, Role.CUSTODIAN_LOG})
@Produces(MediaType.APPLICATION_JSON)
public class KeyStepResource {
    @Inject
    private CurrentActor actor;

    @Inject
    private ProposeKeyStep propose;

    @Inject
    private ConfirmKeyStep confirm;

    @Inject
    private SettleKeyStep settle;

    @Inject
    private SeeKeys see;

    @Inject
    private Clock clock;

    /** The newest steps of the caller's holder. */
    @GET
    public KeyStepJson.ListOf list() {
        return new KeyStepJson.ListOf(
                see.steps(actor.require()).stream().map(this::told).toList());
    }

    /** Proposes a step. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response propose(KeyStepWishJson wish) {
        return Response.status(Response.Status.CREATED)
                .entity(told(propose.propose(actor.require(), wish.wish())))
                .build();
    }

    /** Confirms the step of another custodian. */
    @POST
    @Path("{id}/bevestiging")
    public KeyStepJson confirm(@PathParam("id") String id) {
        return told(confirm.confirm(actor.require(), step(id)));
    }

    /** Rejects a step, or withdraws the own. */
    @POST
    @Path("{id}/afwijzing")
    public KeyStepJson reject(@PathParam("id") String id) {
        return told(settle.reject(actor.require(), step(id)));
    }

    private static KeyStepId step(String id) {
        return KeyStepId.parse(id).orElseThrow(CeremonyRefused.UnknownStep::new);
    }

    private KeyStepJson told(KeyStep step) {
        return KeyStepJson.of(step, actor.require().staff(), clock.instant());
    }
}
