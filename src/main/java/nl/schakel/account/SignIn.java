package nl.schakel.account;

/**
 * Port: how somebody proves who they are with something that is kept here. The other way is {@link SignInElsewhere}.
 */
public interface SignIn {
    /**
     * A new session of the account, after an audit entry has been written.
     *
     * @throws AccountRefused.NotRecognized for an unknown, disabled or wrongly proved account, all alike
     * @throws AccountRefused.PasswordsOff where people sign in at a provider only
     * @throws AccountRefused.TooManyAttempts where the account or the origin has failed too often
     */
    OpenedSession signIn(Attempt attempt);
}
