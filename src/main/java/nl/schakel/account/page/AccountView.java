package nl.schakel.account.page;

import java.util.List;
import java.util.Optional;
import nl.schakel.account.Account;
import nl.schakel.account.AccountDraft;
import nl.schakel.account.AccountFile;
import nl.schakel.account.OneTimeSecret;
import nl.schakel.audit.Role;

/**
 * One account as an operator or its holder sees it.
 *
 * @param draft what stands in the form
 * @param own whether it is the visitor's own
 * @param secret a code or token that was just made, shown this once
 * @param done code of the act that led here, for the message on top; empty otherwise
 */
public record AccountView(
        AccountFile file, AccountDraft draft, boolean own, Optional<OneTimeSecret> secret, String done) {
    static AccountView of(AccountFile file, boolean own, String done) {
        return new AccountView(file, AccountForm.stored(file.entry().account()), own, Optional.empty(), done);
    }

    AccountView with(AccountDraft other) {
        return new AccountView(file, other, own, secret, done);
    }

    AccountView with(OneTimeSecret made) {
        return new AccountView(file, draft, own, Optional.of(made), done);
    }

    /** The account. */
    public Account account() {
        return file.entry().account();
    }

    /** The path of the account below the portal. */
    public String path() {
        return "accounts/" + account().id().value();
    }

    /** The roles to choose from. */
    public List<Role> roles() {
        return List.of(Role.values());
    }

    /** For how many days a token may be asked for. */
    public List<Integer> terms() {
        return List.of(30, 90, 180, 366);
    }
}
