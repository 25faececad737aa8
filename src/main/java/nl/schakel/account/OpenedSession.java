package nl.schakel.account;

/**
 * A session that has just begun.
 *
 * @param secret 256 random bits in base64url, for the browser's cookie only
 */
public record OpenedSession(Account account, String secret) {
    @Override
    public String toString() {
        return "OpenedSession[" + account.username() + "]";
    }
}
