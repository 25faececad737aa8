package nl.schakel.account;

/**
 * An account with what its password is checked against.
 *
 * @param passwordHash as {@link Passwords#hash} made it; useless without the password
 */
public record Credential(Account account, String passwordHash) {
    @Override
    public String toString() {
        return "Credential[" + account.username() + "]";
    }
}
