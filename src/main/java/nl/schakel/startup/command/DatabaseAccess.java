package nl.schakel.startup.command;

import java.util.Map;

/**
 * How the application reaches its database.
 *
 * @param url JDBC address
 * @param passwords password of each role, {@code schakel_migrator} among them
 */
public record DatabaseAccess(String url, Map<String, String> passwords) {
    /** Keeps a copy of the passwords. */
    public DatabaseAccess {
        passwords = Map.copyOf(passwords);
    }

    /** The password of a role. @throws StartupFailure where it was not given */
    public String password(String role) {
        String password = passwords.get(role);
        if (password == null) {
            throw new StartupFailure("Het wachtwoord van databaserol " + role + " ontbreekt.");
        }
        return password;
    }

    @Override
    public String toString() {
        return "DatabaseAccess[" + url + "]";
    }
}
