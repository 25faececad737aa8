package nl.schakel.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import nl.schakel.audit.Actor;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;

/** Says which program, as the issuer of its tokens knows it, is which machine's account. */
@Dependent
@Transactional
public class BindClient {
    private final ClientTokens tokens;
    private final BoundIdentities identities;
    private final AccountDirectory directory;
    private final Clock clock;

    /** Takes its ports. */
    @Inject
    public BindClient(ClientTokens tokens, BoundIdentities identities, AccountDirectory directory, Clock clock) {
        this.tokens = tokens;
        this.identities = identities;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Binds.
     *
     * @param subject the {@code sub} of the program's tokens
     * @throws AccountRefused.UnknownProvider where no issuer is configured
     * @throws AccountRefused.WrongKind for a person's account
     * @throws AccountRefused.Disabled for a disabled account
     * @throws AccountRefused.UnfitSubject where the subject is empty, too long or holds a space or control character
     * @throws AccountRefused.AlreadyBound where the account has another program, or the program another account
     */
    public void bind(Actor actor, StaffId id, String subject) {
        actor.require(Role.OPERATOR);
        String issuer = tokens.issuer().orElseThrow(AccountRefused.UnknownProvider::new);
        AccountEntry entry = directory.find(id).orElseThrow(AccountRefused.UnknownAccount::new);
        if (!entry.machine()) {
            throw new AccountRefused.WrongKind(false);
        }
        if (!entry.account().enabled()) {
            throw new AccountRefused.Disabled();
        }
        if (!subject.matches("[!-~]{1,255}")) {
            throw new AccountRefused.UnfitSubject();
        }
        IdentityName client = new IdentityName(issuer, subject);
        if (!identities.bind(client, id, clock.instant(), AccountActs.by(actor, "account.bind-client", id))) {
            throw new AccountRefused.AlreadyBound();
        }
    }
}
