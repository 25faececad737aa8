package nl.schakel.account;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.schakel.audit.Actor;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.school.Brin;

/**
 * A person or machine that may sign in.
 *
 * @param username 3 to 64 lower-case ASCII letters, digits, dots and hyphens
 * @param displayName how the pages call it; never a pupil's name
 * @param school present exactly where the account has {@link Role#SCHOOL}
 * @param enabled false ends every session and token at once
 */
public record Account(
        StaffId id, String username, String displayName, Set<Role> roles, Optional<Brin> school, boolean enabled) {
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9.-]{2,63}");

    /** @throws IllegalArgumentException where the username has another form or the school does not fit the roles */
    public Account {
        roles = Set.copyOf(roles);
        if (!USERNAME.matcher(username).matches()) {
            throw new IllegalArgumentException("not a username");
        }
        if (roles.isEmpty() || roles.contains(Role.SCHOOL) != school.isPresent()) {
            throw new IllegalArgumentException("a school account has a school, and no other account does");
        }
    }

    /** Whether a text could be a username at all. */
    public static boolean isUsername(String text) {
        return USERNAME.matcher(text).matches();
    }

    /** Who is accountable when this account acts. */
    public Actor actor() {
        return new Actor(id, roles, school);
    }

    /** The same, enabled or not. */
    Account enabled(boolean other) {
        return new Account(id, username, displayName, roles, school, other);
    }
}
