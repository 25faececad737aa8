package nl.schakel.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import nl.schakel.audit.StaffId;

/** Finds who a session or token belongs to; asked again at each request, so that disabling an account works at once. */
@Dependent
@Transactional
public class FindAccount {
    private final Accounts accounts;
    private final Clock clock;

    /** Takes its ports. */
    @Inject
    public FindAccount(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The enabled account of a session. */
    public Optional<Account> ofSession(StaffId id) {
        return accounts.byId(id).filter(Account::enabled);
    }

    /** The enabled account of a token that a machine sent; empty for a text that is no token at all. */
    public Optional<Account> ofToken(String token) {
        return accounts.byToken(TokenDigest.of(token), clock.instant());
    }
}
