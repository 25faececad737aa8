package nl.schakel.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import nl.schakel.audit.Actor;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;

/** Shows accounts to operators, and everybody the own one. Reading them makes no audit entry. */
@Dependent
@Transactional
public class FindAccounts {
    private final AccountDirectory directory;
    private final Tokens tokens;
    private final BoundIdentities identities;
    private final Clock clock;

    /** Takes its ports. */
    @Inject
    public FindAccounts(AccountDirectory directory, Tokens tokens, BoundIdentities identities, Clock clock) {
        this.directory = directory;
        this.tokens = tokens;
        this.identities = identities;
        this.clock = clock;
    }

    /** The accounts that match. @throws nl.schakel.audit.AuditRefused.NotAllowed for who is no operator */
    public List<AccountEntry> search(Actor actor, AccountSearch search) {
        actor.require(Role.OPERATOR);
        return directory.search(search);
    }

    /**
     * One account with its tokens and identities.
     *
     * @throws nl.schakel.audit.AuditRefused.NotAllowed for the account of another and who is no operator
     * @throws AccountRefused.UnknownAccount where there is none
     */
    public AccountFile one(Actor actor, StaffId id) {
        if (!actor.staff().equals(id)) {
            actor.require(Role.OPERATOR);
        }
        AccountEntry entry = directory.find(id).orElseThrow(AccountRefused.UnknownAccount::new);
        return new AccountFile(entry, tokens.of(id), identities.of(id), clock.instant());
    }
}
