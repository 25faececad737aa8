package nl.schakel.account.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import nl.schakel.account.AccountRefused;
import nl.schakel.account.FirstOperator;
import nl.schakel.account.SetPassword;
import nl.schakel.platform.web.Page;
import nl.schakel.platform.web.Public;

/** For who has a one-time code: setting a password, and making the first operator. */
@Public
@Controller
@Path("/")
@RequestScoped
public class SetupPages {
    private static final String SIGN_IN = "aanmelden?ingesteld=ja";

    @Inject
    private Page page;

    @Inject
    private SetPassword set;

    @Inject
    private FirstOperator first;

    /** The form for somebody who got a code from an operator. */
    @GET
    @Path("instellen")
    public Response form() {
        return show(SetupForm.EMPTY);
    }

    /** Sets the password and leads to the sign-in page. */
    @POST
    @Path("instellen")
    public Response set(
            @FormParam("code") @DefaultValue("") String code,
            @FormParam("nieuw") @DefaultValue("") String password,
            @FormParam("herhaald") @DefaultValue("") String again) {
        requireCode(code);
        PasswordFields.check(page, password, again);
        if (!page.hasFaults()) {
            try {
                set.set(code, password);
                return page.to(SIGN_IN);
            } catch (AccountRefused refused) {
                page.refused("account.set-password", refused);
                PasswordFields.fault(page, refused);
            }
        }
        return show(new SetupForm(code, "", ""));
    }

    /** The form for the first operator. */
    @GET
    @Path("inrichten")
    public Response firstForm() {
        return showFirst(SetupForm.EMPTY);
    }

    /** Makes the first operator and leads to the sign-in page. */
    @POST
    @Path("inrichten")
    public Response first(
            @FormParam("code") @DefaultValue("") String code,
            @FormParam("gebruikersnaam") @DefaultValue("") String username,
            @FormParam("naam") @DefaultValue("") String displayName,
            @FormParam("nieuw") @DefaultValue("") String password,
            @FormParam("herhaald") @DefaultValue("") String again) {
        requireCode(code);
        PasswordFields.check(page, password, again);
        if (!page.hasFaults()) {
            try {
                first.make(code, username, displayName, password);
                return page.to(SIGN_IN);
            } catch (AccountRefused.NotAnAccount | AccountRefused.UsernameTaken refused) {
                AccountForm.faults(page, refused);
            } catch (AccountRefused refused) {
                page.refused("account.make-operator", refused);
                PasswordFields.fault(page, refused);
            }
        }
        return showFirst(new SetupForm(code, username, displayName));
    }

    private void requireCode(String code) {
        if (code.isBlank()) {
            page.fault("code", "account.fout.code-leeg");
        }
    }

    private Response show(SetupForm form) {
        return page.show("account/instellen", "account.instellen.titel", form);
    }

    private Response showFirst(SetupForm form) {
        return page.show("account/inrichten", "account.inrichten.titel", form);
    }
}
