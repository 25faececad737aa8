package nl.schakel.account;

import java.util.stream.Collectors;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;

/** What administration asks of its actor and tells the log, alike for all of its use cases. */
final class AccountActs {
    private AccountActs() {}

    /** Returns normally for an operator who administers somebody else. */
    static void requireOther(Actor actor, StaffId target) {
        actor.require(Role.OPERATOR);
        if (actor.staff().equals(target)) {
            throw new AccountRefused.OwnAccount();
        }
    }

    static AuditEntry by(Actor actor, String act, StaffId target) {
        return AuditEntry.by(actor, act, ProcessingActivity.ADMINISTER_ACCOUNTS).on("account/" + target.value());
    }

    /** The entry with the roles that the account has after the act. */
    static AuditEntry withRoles(AuditEntry entry, Account account) {
        String roles = account.roles().stream().sorted().map(Role::name).collect(Collectors.joining(" "));
        AuditEntry told = entry.detail("roles", roles);
        return account.school()
                .map(school -> told.detail("school", school.value()))
                .orElse(told);
    }
}
