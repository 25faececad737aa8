package nl.schakel.account.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import nl.schakel.account.AccountRefused;
import nl.schakel.account.Ids;
import nl.schakel.account.IssueSetupCode;
import nl.schakel.account.IssuedSecret;
import nl.schakel.account.KeepTokens;
import nl.schakel.account.OneTimeSecret;
import nl.schakel.account.TokenWish;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.web.Page;

/** Codes and tokens that an operator makes for others; the answer to the form is the only place where they ever stand. */
@Controller
@Path("accounts/{id}/geheimen")
@RequestScoped
@AllowedRoles(Role.OPERATOR)
public class SecretPages {
    @Inject
    private Page page;

    @Inject
    private CurrentActor actor;

    @Inject
    private IssueSetupCode codes;

    @Inject
    private KeepTokens tokens;

    @Inject
    private AccountScreen screen;

    /** A new code by which a person sets a password. */
    @POST
    @Path("instelcode")
    public Response code(@PathParam("id") String id) {
        StaffId account = Ids.account(id);
        OneTimeSecret code = codes.issue(actor.require(), account);
        return screen.show(screen.read(account, "").with(code));
    }

    /** A new token for a machine. */
    @POST
    @Path("sleutel")
    public Response token(
            @PathParam("id") String id,
            @FormParam("omschrijving") @DefaultValue("") String label,
            @FormParam("dagen") @DefaultValue("0") int days) {
        StaffId account = Ids.account(id);
        try {
            IssuedSecret made = tokens.issue(actor.require(), account, new TokenWish(label, days));
            return screen.show(screen.read(account, "").with(made.secret()));
        } catch (AccountRefused refused) {
            screen.tokenFault(refused);
            return screen.show(screen.read(account, ""));
        }
    }

    /** Ends a token. */
    @POST
    @Path("{sleutel}/intrekking")
    public Response revoke(@PathParam("id") String id, @PathParam("sleutel") String token) {
        StaffId account = Ids.account(id);
        tokens.revoke(actor.require(), account, Ids.token(token));
        return page.to("accounts/" + account.value() + "?gelukt=ingetrokken");
    }
}
