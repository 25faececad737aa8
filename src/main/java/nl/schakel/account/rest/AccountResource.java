package nl.schakel.account.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.schakel.account.AccountEntry;
import nl.schakel.account.AccountSearch;
import nl.schakel.account.AddAccount;
import nl.schakel.account.ChangeAccount;
import nl.schakel.account.FindAccounts;
import nl.schakel.account.Ids;
import nl.schakel.account.SwitchAccount;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;

/** Accounts, for operators. */
@Path("accounts")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@AllowedRoles(Role.OPERATOR)
public class AccountResource {
    @Inject
    private CurrentActor actor;

    @Inject
    private FindAccounts find;

    @Inject
    private AddAccount add;

    @Inject
    private ChangeAccount change;

    @Inject
    private SwitchAccount turn;

    /** The accounts, of one role where it is named. An unknown role has none. */
    @GET
    public List<AccountJson> list(@QueryParam("rol") @DefaultValue("") String name) {
        Actor operator = actor.require();
        Optional<Role> role = Arrays.stream(Role.values())
                .filter(known -> known.name().equals(name))
                .findFirst();
        List<AccountEntry> found =
                role.isEmpty() && !name.isEmpty() ? List.of() : find.search(operator, new AccountSearch("", role));
        return found.stream().map(AccountJson::of).toList();
    }

    /** Adds an account, to which nobody can sign in yet. */
    @POST
    public Response add(DraftJson json) {
        return Response.status(Response.Status.CREATED)
                .entity(AccountJson.of(add.add(actor.require(), json.draft())))
                .build();
    }

    /** One account with its tokens. */
    @GET
    @Path("{id}")
    public AccountJson one(@PathParam("id") String id) {
        return answer(Ids.account(id));
    }

    /** Replaces name, roles and school. */
    @PUT
    @Path("{id}")
    public AccountJson change(@PathParam("id") String id, DraftJson json) {
        StaffId account = Ids.account(id);
        change.change(actor.require(), account, json.draft());
        return answer(account);
    }

    /** Closes an account. */
    @POST
    @Path("{id}/uitschakeling")
    @Consumes(MediaType.WILDCARD)
    public AccountJson disable(@PathParam("id") String id) {
        turn.disable(actor.require(), Ids.account(id));
        return answer(Ids.account(id));
    }

    /** Opens an account again. */
    @POST
    @Path("{id}/inschakeling")
    @Consumes(MediaType.WILDCARD)
    public AccountJson enable(@PathParam("id") String id) {
        turn.enable(actor.require(), Ids.account(id));
        return answer(Ids.account(id));
    }

    private AccountJson answer(StaffId id) {
        return AccountJson.of(find.one(actor.require(), id));
    }
}
