package nl.schakel.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import nl.schakel.audit.Actor;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;

/** Adds an account. Nobody can sign in to it before a person has set a password, or a machine has been given a token. */
@Dependent
@Transactional
public class AddAccount {
    private final AccountDirectory directory;
    private final Passwords passwords;
    private final Clock clock;

    /** Takes its ports. */
    @Inject
    public AddAccount(AccountDirectory directory, Passwords passwords, Clock clock) {
        this.directory = directory;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * The new account.
     *
     * @throws AccountRefused.NotAnAccount with everything that is wrong with the draft
     * @throws AccountRefused.RolesApart where one account may not hold the roles together
     * @throws AccountRefused.UsernameTaken where another account has the name
     */
    public AccountEntry add(Actor actor, AccountDraft draft) {
        actor.require(Role.OPERATOR);
        Instant now = clock.instant();
        Account account = draft.account(new StaffId(UUID.randomUUID()), true);
        AccountEntry added = new AccountEntry(account, draft.machine(), now);
        boolean free = directory.add(
                added,
                passwords.decoy(),
                AccountActs.withRoles(AccountActs.by(actor, "account.add", account.id()), account));
        if (!free) {
            throw new AccountRefused.UsernameTaken();
        }
        return added;
    }
}
