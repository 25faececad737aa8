package nl.schakel.account;

/**
 * By what an issuer knows a person or a program: both together name one for ever (OpenID Connect Core 5.7, RFC 9068).
 *
 * @param issuer exact address of who signed
 * @param subject opaque, 1 to 255 characters
 */
public record IdentityName(String issuer, String subject) {
    private static final int LONGEST = 255;

    /** @throws IllegalArgumentException where issuer or subject is empty or too long */
    public IdentityName {
        require(issuer, subject);
    }

    /** Returns normally where both could name somebody. @throws IllegalArgumentException otherwise */
    static void require(String issuer, String subject) {
        if (issuer.isEmpty() || issuer.length() > LONGEST || subject.isEmpty() || subject.length() > LONGEST) {
            throw new IllegalArgumentException("not an identity");
        }
    }

    @Override
    public String toString() {
        return "IdentityName[hidden]";
    }
}
