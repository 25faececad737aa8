package nl.schakel.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import nl.schakel.audit.Actor;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;

/** Changes what others may: an account's name, roles and school. It works from the account's next request on. */
@Dependent
@Transactional
public class ChangeAccount {
    private final AccountDirectory directory;
    private final Clock clock;

    /** Takes its ports. */
    @Inject
    public ChangeAccount(AccountDirectory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * The account as it is now; its username and kind stay, whatever the draft says.
     *
     * @throws AccountRefused.OwnAccount for the actor's own
     * @throws AccountRefused.LastOperator where nobody else could administer accounts
     */
    public Account change(Actor actor, StaffId id, AccountDraft draft) {
        AccountActs.requireOther(actor, id);
        Account before = directory
                .find(id)
                .orElseThrow(AccountRefused.UnknownAccount::new)
                .account();
        Account after = draft.named(before.username()).account(id, before.enabled());
        if (!after.roles().contains(Role.OPERATOR)) {
            requireOtherOperator(directory.lockActiveOperators(), id);
        }
        directory.change(
                after, clock.instant(), AccountActs.withRoles(AccountActs.by(actor, "account.change", id), after));
        return after;
    }

    /** Returns normally where somebody can administer accounts without this one. */
    static void requireOtherOperator(Set<StaffId> operators, StaffId leaving) {
        if (operators.equals(Set.of(leaving))) {
            throw new AccountRefused.LastOperator();
        }
    }
}
