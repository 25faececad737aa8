package nl.schakel.account.rest;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import nl.schakel.account.Account;
import org.jspecify.annotations.Nullable;

/** Holds whose request this is, for as long as the request lasts. */
@RequestScoped
public class RequestAccount {
    private @Nullable Account account;

    Optional<Account> account() {
        return Optional.ofNullable(account);
    }

    void account(Account proved) {
        account = proved;
    }
}
