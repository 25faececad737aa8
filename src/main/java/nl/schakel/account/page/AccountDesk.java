package nl.schakel.account.page;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import nl.schakel.audit.Role;
import nl.schakel.platform.web.Desk;
import nl.schakel.platform.web.DeskEntry;

/** Accounts in the menu of operators. */
@Dependent
public class AccountDesk implements Desk {
    @Override
    public List<DeskEntry> entries() {
        return List.of(new DeskEntry(Role.OPERATOR.name(), 50, "accounts", "account.bureau.accounts"));
    }
}
