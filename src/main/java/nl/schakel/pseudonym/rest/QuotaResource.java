package nl.schakel.pseudonym.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.pseudonym.RaiseQuota;

/** Operators see the quotas of this school year and give one school more. */
@Path("evaluatieruimten")
@RequestScoped
@AllowedRoles(Role.OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
public class QuotaResource {
    @Inject
    private CurrentActor actor;

    @Inject
    private RaiseQuota quota;

    /** Where the schools stand in the running school year. */
    @GET
    public QuotasJson standings() {
        return QuotasJson.of(quota.year(), quota.standings(actor.require()));
    }

    /** Gives one school more. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public RaiseJson raise(RaiseJson wish) {
        return RaiseJson.of(quota.raise(actor.require(), wish.wish()));
    }
}
