package nl.schakel.audit;

import java.util.Optional;
import java.util.Set;
import nl.schakel.school.Brin;

/**
 * Who is accountable for the current request.
 *
 * @param school the school for which the actor acts; present exactly when the actor has {@link Role#SCHOOL}
 */
public record Actor(StaffId staff, Set<Role> roles, Optional<Brin> school) {
    /** @throws IllegalArgumentException where a school actor has no school, or another actor has one */
    public Actor {
        roles = Set.copyOf(roles);
        if (roles.contains(Role.SCHOOL) != school.isPresent()) {
            throw new IllegalArgumentException("a school actor has a school, and no other actor does");
        }
    }

    /** Whether the actor has the role. */
    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Returns normally where the actor has the role. @throws AuditRefused.NotAllowed otherwise */
    public void require(Role role) {
        if (!has(role)) {
            throw new AuditRefused.NotAllowed(role);
        }
    }

    /** The school of a school actor. @throws AuditRefused.NotAllowed for any other actor */
    public Brin requireSchool() {
        return school.orElseThrow(() -> new AuditRefused.NotAllowed(Role.SCHOOL));
    }
}
