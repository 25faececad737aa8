package nl.schakel.account;

import java.util.Optional;
import java.util.Set;
import nl.schakel.audit.Role;
import nl.schakel.school.Brin;

/**
 * An account as the development file describes it, secrets included.
 *
 * @param password the passphrase in clear
 * @param token the API token in clear
 */
public record SeedAccount(
        String username, String displayName, Set<Role> roles, Optional<Brin> school, String password, String token) {
    @Override
    public String toString() {
        return "SeedAccount[" + username + "]";
    }
}
