package nl.schakel.account.page;

import java.util.List;
import nl.schakel.account.AccountEntry;
import nl.schakel.account.AccountSearch;
import nl.schakel.audit.Role;

/** The accounts that match a search. */
public record AccountList(List<AccountEntry> entries, AccountSearch search) {
    /** The roles to choose from. */
    public List<Role> roles() {
        return List.of(Role.values());
    }

    /** Whether the list is that of one role. */
    public boolean isChosen(Role role) {
        return search.role().filter(role::equals).isPresent();
    }

    /** Whether somebody searched at all. */
    public boolean isSearched() {
        return !search.text().isEmpty() || search.role().isPresent();
    }

    /** Whether there may be more accounts than are shown. */
    public boolean isFull() {
        return entries.size() == AccountSearch.MOST;
    }
}
