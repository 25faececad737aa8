package nl.schakel.account.page;

import java.util.List;
import nl.schakel.account.AccountDraft;
import nl.schakel.audit.Role;

/** The form of a new account. */
public record NewAccountView(AccountDraft draft) {
    /** The roles to choose from. */
    public List<Role> roles() {
        return List.of(Role.values());
    }
}
