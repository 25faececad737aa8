package nl.schakel.account;

/**
 * Port: how somebody proves who they are. The local account store is one way; OpenID Connect will be another, whose
 * attempt carries an identity token in the place of a password.
 */
public interface SignIn {
    /**
     * A new session of the account, after an audit entry has been written.
     *
     * @throws AccountRefused.NotRecognized for an unknown, disabled or wrongly proved account, all alike
     * @throws AccountRefused.TooManyAttempts where the account or the origin has failed too often
     */
    OpenedSession signIn(Attempt attempt);
}
