package nl.schakel.account;

import java.util.Set;
import nl.schakel.audit.Role;

/** Whose sign-in at a provider needs a second factor: who oversees, who administers, and who keeps keys. */
final class StepUp {
    private static final Set<Role> NEEDING = Set.of(Role.PRIVACY_OFFICER, Role.OPERATOR);

    private StepUp() {}

    /** Whether the account has a role that needs it. */
    static boolean isNeeded(Account account) {
        return account.roles().stream().anyMatch(role -> NEEDING.contains(role) || role.keepsKeys());
    }
}
