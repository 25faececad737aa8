package nl.schakel.account;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import nl.schakel.audit.Role;

/**
 * Which roles one account may hold together. Who asks for data never judges the request; who delivers for a school or
 * keeps keys does nothing else.
 */
public final class RoleRule {
    private static final List<Set<Role>> APART =
            List.of(Set.of(Role.RESEARCHER, Role.STEWARD), Set.of(Role.RESEARCHER, Role.PRIVACY_OFFICER));

    private RoleRule() {}

    /** Whether one account may hold these roles together; the empty set may. */
    public static boolean allows(Collection<Role> roles) {
        boolean alone = roles.contains(Role.SCHOOL) || roles.stream().anyMatch(Role::keepsKeys);
        return !(alone && roles.size() > 1) && APART.stream().noneMatch(roles::containsAll);
    }

    /** Returns normally where the roles go together. @throws AccountRefused.RolesApart otherwise */
    static void check(Set<Role> roles) {
        if (!allows(roles)) {
            throw new AccountRefused.RolesApart(roles);
        }
    }
}
