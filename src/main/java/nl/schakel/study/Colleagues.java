package nl.schakel.study;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.schakel.account.Account;
import nl.schakel.account.Accounts;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;

/**
 * The people of a study by the names with which they sign in. Accounts lie in a zone of their own, so this is asked before
 * and after a use case, never within it.
 */
@Dependent
public class Colleagues {
    private final Accounts accounts;

    @Inject
    public Colleagues(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * The researchers of these sign-in names.
     *
     * @throws StudyRefused.UnknownColleague where a name is not that of a researcher who may sign in
     */
    @Transactional
    public Set<StaffId> named(Collection<String> usernames) {
        Set<StaffId> found = new LinkedHashSet<>();
        int unknown = 0;
        for (String username : usernames) {
            Optional<Account> account = researcher(username);
            account.ifPresent(present -> found.add(present.id()));
            unknown += account.isPresent() ? 0 : 1;
        }
        if (unknown > 0) {
            throw new StudyRefused.UnknownColleague(unknown);
        }
        return found;
    }

    /** The sign-in names of these people; who has no account any more is left out. */
    @Transactional
    public Map<StaffId, String> names(Collection<StaffId> people) {
        Map<StaffId, String> names = new HashMap<>();
        for (StaffId person : people) {
            accounts.byId(person).ifPresent(account -> names.put(person, account.username()));
        }
        return names;
    }

    private Optional<Account> researcher(String username) {
        return accounts.byUsername(username)
                .map(credential -> credential.account())
                .filter(account -> account.enabled() && account.roles().contains(Role.RESEARCHER));
    }
}
