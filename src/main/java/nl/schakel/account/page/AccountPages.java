package nl.schakel.account.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import nl.schakel.account.AccountDraft;
import nl.schakel.account.AccountRefused;
import nl.schakel.account.AccountSearch;
import nl.schakel.account.AddAccount;
import nl.schakel.account.ChangeAccount;
import nl.schakel.account.FindAccounts;
import nl.schakel.account.Ids;
import nl.schakel.account.SwitchAccount;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.web.Page;

/** The operators' accounts: the list, a new one, one of them with what can be done about it. */
@Controller
@Path("accounts")
@RequestScoped
@AllowedRoles(Role.OPERATOR)
public class AccountPages {
    private static final String PATH = "accounts";
    private static final String LIST_TITLE = "account.lijst.titel";

    @Inject
    private Page page;

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

    @Inject
    private AccountScreen screen;

    /** Every account. */
    @GET
    public Response list() {
        return list(new AccountSearch("", Optional.empty()));
    }

    /** The accounts that match; by POST, for a name does not belong in an address. */
    @POST
    @Path("zoeken")
    public Response search(
            @FormParam("zoek") @DefaultValue("") String text, @FormParam("rol") @DefaultValue("") String role) {
        Optional<Role> wanted = Arrays.stream(Role.values())
                .filter(known -> known.name().equals(role))
                .findFirst();
        return list(new AccountSearch(text, wanted));
    }

    /** The list again, for who reloads a search. */
    @GET
    @Path("zoeken")
    public Response searched() {
        return page.to(PATH);
    }

    /** An empty form. */
    @GET
    @Path("nieuw")
    public Response blank() {
        return form(AccountForm.EMPTY);
    }

    /** Adds an account. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(MultivaluedMap<String, String> form) {
        AccountDraft draft = AccountForm.sent(form);
        try {
            StaffId id = add.add(actor.require(), draft).account().id();
            return page.to(PATH + "/" + id.value() + "?gelukt=gemaakt");
        } catch (AccountRefused refused) {
            AccountForm.faults(page, refused);
            return form(draft);
        }
    }

    /** One account. */
    @GET
    @Path("{id}")
    public Response one(@PathParam("id") String id, @QueryParam("gelukt") @DefaultValue("") String done) {
        return screen.show(screen.read(Ids.account(id), done));
    }

    /** Replaces name, roles and school. */
    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        StaffId account = Ids.account(id);
        AccountDraft draft = AccountForm.sent(form);
        try {
            change.change(actor.require(), account, draft);
            return page.to(PATH + "/" + account.value() + "?gelukt=gewijzigd");
        } catch (AccountRefused refused) {
            AccountForm.faults(page, refused);
            return screen.show(screen.read(account, "").with(draft));
        }
    }

    /** Closes an account. */
    @POST
    @Path("{id}/uitschakeling")
    public Response disable(@PathParam("id") String id) {
        StaffId account = Ids.account(id);
        turn.disable(actor.require(), account);
        return page.to(PATH + "/" + account.value() + "?gelukt=uitgeschakeld");
    }

    /** Opens an account again. */
    @POST
    @Path("{id}/inschakeling")
    public Response enable(@PathParam("id") String id) {
        StaffId account = Ids.account(id);
        turn.enable(actor.require(), account);
        return page.to(PATH + "/" + account.value() + "?gelukt=ingeschakeld");
    }

    private Response list(AccountSearch search) {
        return page.show("account/lijst", LIST_TITLE, new AccountList(find.search(actor.require(), search), search));
    }

    private Response form(AccountDraft draft) {
        return page.under(PATH, LIST_TITLE).show("account/nieuw", "account.nieuw.titel", new NewAccountView(draft));
    }
}
