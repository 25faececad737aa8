package nl.schakel.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Compares a password with what is kept of it; works as long for a username that nobody has. */
@Dependent
public class PasswordProof {
    private final Accounts accounts;
    private final Passwords passwords;

    /** Takes its ports. */
    @Inject
    public PasswordProof(Accounts accounts, Passwords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /** The enabled account that was proved. @throws AccountRefused.NotRecognized in every other case */
    Account account(Attempt attempt) {
        Optional<Credential> credential = accounts.byUsername(attempt.username());
        String hash = credential.map(Credential::passwordHash).orElseGet(passwords::decoy);
        boolean matches = passwords.matches(attempt.password(), hash);
        return credential
                .filter(found -> matches)
                .map(Credential::account)
                .filter(Account::enabled)
                .orElseThrow(AccountRefused.NotRecognized::new);
    }
}
