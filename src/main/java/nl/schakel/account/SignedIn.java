package nl.schakel.account;

import java.util.Optional;

/** Port: the account that the current request has proved to be, told once by the door through which the request came. */
public interface SignedIn {
    /** Says whose request this is. */
    void is(Account account);

    /** Whose request this is; empty where nobody has proved anything, and outside a request. */
    Optional<Account> account();
}
