package nl.schakel.account.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import nl.schakel.account.AccountRefused;
import nl.schakel.account.Attempt;
import nl.schakel.account.ChangePassword;
import nl.schakel.account.Ids;
import nl.schakel.account.IssuedSecret;
import nl.schakel.account.KeepTokens;
import nl.schakel.account.TokenWish;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.platform.secret.SecretBytes;
import nl.schakel.platform.web.Page;

/** Everybody's own account: the password and the own tokens. */
@Controller
@Path("mijn-account")
@RequestScoped
@AllowedRoles({
    Role.SCHOOL,
    Role.RESEARCHER,
    Role.STEWARD,
    Role.PRIVACY_OFFICER,
    Role.OPERATOR,
    Role.CUSTODIAN_A,
    Role.CUSTODIAN_B,
    Role.CUSTODIAN_LOG
})
public class OwnPages {
    private static final String PATH = "mijn-account";

    @Inject
    private Page page;

    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentActor actor;

    @Inject
    private ChangePassword change;

    @Inject
    private KeepTokens tokens;

    @Inject
    private AccountScreen screen;

    /** The account. */
    @GET
    public Response own(@QueryParam("gelukt") @DefaultValue("") String done) {
        return screen.showOwn(screen.readOwn(done));
    }

    /** Changes the password; the other sessions of the account end. */
    @POST
    @Path("wachtzin")
    public Response password(
            @FormParam("huidig") @DefaultValue("") String old,
            @FormParam("nieuw") @DefaultValue("") String password,
            @FormParam("herhaald") @DefaultValue("") String again) {
        if (old.isEmpty()) {
            page.fault("huidig", "account.fout.huidig-leeg");
        }
        PasswordFields.check(page, password, again);
        AccountView own = screen.readOwn("");
        if (!page.hasFaults() && changed(own.account().username(), old, password)) {
            return page.to(PATH + "?gelukt=wachtzin");
        }
        return screen.showOwn(own);
    }

    private boolean changed(String username, String old, String password) {
        Actor self = actor.require();
        String session = SessionCookie.secret(request).orElse("");
        try (SecretBytes secret = SecretBytes.copyOf(old.getBytes(StandardCharsets.UTF_8))) {
            change.change(self, new Attempt(username, secret, request.getRemoteAddr()), password, session);
            return true;
        } catch (AccountRefused refused) {
            page.refused("account.change-password", refused);
            PasswordFields.fault(page, refused);
            return false;
        }
    }

    /** A token for programs that act in the visitor's name. */
    @POST
    @Path("sleutels")
    public Response token(
            @FormParam("omschrijving") @DefaultValue("") String label,
            @FormParam("dagen") @DefaultValue("0") int days) {
        try {
            IssuedSecret made = tokens.issueOwn(actor.require(), new TokenWish(label, days));
            return screen.showOwn(screen.readOwn("").with(made.secret()));
        } catch (AccountRefused refused) {
            screen.tokenFault(refused);
            return screen.showOwn(screen.readOwn(""));
        }
    }

    /** Ends an own token. */
    @POST
    @Path("sleutels/{sleutel}/intrekking")
    public Response revoke(@PathParam("sleutel") String token) {
        Actor self = actor.require();
        tokens.revoke(self, self.staff(), Ids.token(token));
        return page.to(PATH + "?gelukt=ingetrokken");
    }
}
