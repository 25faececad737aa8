package nl.schakel.pseudonym.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.pseudonym.SeeKeys;

/** The states of keys, for their custodians. */
@Path("sleutels")
@RequestScoped
@AllowedRoles({Role.CUSTODIAN_A, Role.CUSTODIAN_B, Role.CUSTODIAN_LOG})
@Produces(MediaType.APPLICATION_JSON)
public class KeyResource {
    @Inject
    private CurrentActor actor;

    @Inject
    private SeeKeys see;

    /** All keys by name, with state and check value, and the series in force; counts what was not seen again if asked. */
    @GET
    public KeysJson keys(@QueryParam("tellen") @DefaultValue("false") boolean counted) {
        return KeysJson.of(see.keys(actor.require(), counted));
    }
}
