package nl.schakel.account.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import nl.schakel.account.AccountRefused;
import nl.schakel.account.FindAccounts;
import nl.schakel.audit.Actor;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.web.Page;

/** Shows one account: on the operators' page, or on its holder's own. */
@RequestScoped
public class AccountScreen {
    @Inject
    private Page page;

    @Inject
    private CurrentActor actor;

    @Inject
    private FindAccounts find;

    /** The account as the visitor may see it. */
    AccountView read(StaffId id, String done) {
        Actor visitor = actor.require();
        String known = page.texts().find("account.gelukt." + done).isPresent() ? done : "";
        return AccountView.of(find.one(visitor, id), visitor.staff().equals(id), known);
    }

    /** The visitor's own account. */
    AccountView readOwn(String done) {
        return read(actor.require().staff(), done);
    }

    Response show(AccountView view) {
        return page.under("accounts", "account.lijst.titel").show("account/een", "account.een.titel", view);
    }

    Response showOwn(AccountView view) {
        return page.show("account/mijn", "account.mijn.titel", view);
    }

    /** Says on the form of a token what is wrong with it. @throws AccountRefused where the form is not the cause */
    void tokenFault(AccountRefused refused) {
        page.refused("account.issue-token", refused);
        if (!(refused instanceof AccountRefused.UnfitToken)) {
            throw refused;
        }
        page.fault("omschrijving", "account.probleem.sleutel-niet-geschikt.uitleg");
    }
}
