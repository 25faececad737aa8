package nl.schakel.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;

/**
 * Gives out tokens and takes them back: an operator those of machines, everybody the own ones. A person's token is made by
 * that person alone, so that nobody can act in another's name.
 */
@Dependent
@Transactional
public class KeepTokens {
    private final AccountDirectory directory;
    private final Tokens tokens;
    private final Clock clock;

    /** Takes its ports. */
    @Inject
    public KeepTokens(AccountDirectory directory, Tokens tokens, Clock clock) {
        this.directory = directory;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * A token for a machine, shown this once.
     *
     * @throws AccountRefused.WrongKind for a person's account
     * @throws AccountRefused.Disabled for a disabled account
     */
    public IssuedSecret issue(Actor actor, StaffId id, TokenWish wish) {
        actor.require(Role.OPERATOR);
        AccountEntry entry = directory.find(id).orElseThrow(AccountRefused.UnknownAccount::new);
        if (!entry.machine()) {
            throw new AccountRefused.WrongKind(false);
        }
        if (!entry.account().enabled()) {
            throw new AccountRefused.Disabled();
        }
        return issued(id, wish, AccountActs.by(actor, "account.issue-token", id));
    }

    /** A token for the actor, shown this once. */
    public IssuedSecret issueOwn(Actor actor, TokenWish wish) {
        return issued(actor.staff(), wish, AccountActs.by(actor, "account.issue-own-token", actor.staff()));
    }

    /**
     * Ends a token: an operator's act for any account, anybody's for the own one.
     *
     * @throws AccountRefused.UnknownToken where the account has none such that is not revoked
     */
    public void revoke(Actor actor, StaffId id, TokenId token) {
        if (!actor.staff().equals(id)) {
            actor.require(Role.OPERATOR);
        }
        AuditEntry entry = AccountActs.by(actor, "account.revoke-token", id).detail("token", token.toString());
        if (!tokens.revoke(id, token, clock.instant(), entry)) {
            throw new AccountRefused.UnknownToken();
        }
    }

    private IssuedSecret issued(StaffId id, TokenWish wish, AuditEntry entry) {
        Instant now = clock.instant();
        OneTimeSecret secret = OneTimeSecret.token(now.plus(wish.life()));
        ApiToken token = new ApiToken(TokenDigest.of(secret.text()), id, now, secret.expires());
        return new IssuedSecret(tokens.issue(token, wish.label(), entry.detail("days", wish.days())), secret);
    }
}
