package nl.schakel.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.StaffId;

/** Closes accounts and opens them again. Closing ends sessions, tokens and codes for ever; opening brings none back. */
@Dependent
@Transactional
public class SwitchAccount {
    private final AccountDirectory directory;
    private final Sessions sessions;
    private final Tokens tokens;
    private final SetupCodes codes;
    private final Clock clock;

    /** Takes its ports. */
    @Inject
    @SuppressWarnings("TooManyParameters") // each is one thing that closing ends
    public SwitchAccount(AccountDirectory directory, Sessions sessions, Tokens tokens, SetupCodes codes, Clock clock) {
        this.directory = directory;
        this.sessions = sessions;
        this.tokens = tokens;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * Closes the account; nothing happens where it is closed.
     *
     * @throws AccountRefused.OwnAccount for the actor's own
     * @throws AccountRefused.LastOperator where nobody else could administer accounts
     */
    public void disable(Actor actor, StaffId id) {
        AccountActs.requireOther(actor, id);
        ChangeAccount.requireOtherOperator(directory.lockActiveOperators(), id);
        Instant now = clock.instant();
        if (turn(id, false, AccountActs.by(actor, "account.disable", id), now)) {
            sessions.endOthers(id, Optional.empty(), now);
            tokens.revokeAll(id, now);
            codes.cancel(id, now);
        }
    }

    /** Opens the account again; nothing happens where it is open. @throws AccountRefused.OwnAccount for the actor's own */
    public void enable(Actor actor, StaffId id) {
        AccountActs.requireOther(actor, id);
        turn(id, true, AccountActs.by(actor, "account.enable", id), clock.instant());
    }

    private boolean turn(StaffId id, boolean enabled, AuditEntry entry, Instant now) {
        Account account = directory
                .find(id)
                .orElseThrow(AccountRefused.UnknownAccount::new)
                .account();
        if (account.enabled() == enabled) {
            return false;
        }
        directory.change(account.enabled(enabled), now, entry);
        return true;
    }
}
