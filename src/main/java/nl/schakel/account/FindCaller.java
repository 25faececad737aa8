package nl.schakel.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Finds who sends an API request: by a token that was given out here, or by one that the configured issuer signed. */
@Dependent
public class FindCaller {
    private final FindAccount accounts;
    private final FindMachine machines;
    private final ClientTokens tokens;

    /** Takes its parts. */
    @Inject
    public FindCaller(FindAccount accounts, FindMachine machines, ClientTokens tokens) {
        this.accounts = accounts;
        this.machines = machines;
        this.tokens = tokens;
    }

    /**
     * The enabled account; empty for a text that opens nothing. A token of our own holds no full stop, a signed one does.
     *
     * @throws AccountRefused.ProviderSilent where the issuer's keys cannot be asked for
     */
    public Optional<Account> of(String token) {
        return token.indexOf('.') < 0
                ? accounts.ofToken(token)
                : tokens.client(token).flatMap(machines::of);
    }
}
