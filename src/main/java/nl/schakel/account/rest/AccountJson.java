package nl.schakel.account.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.schakel.account.Account;
import nl.schakel.account.AccountEntry;
import nl.schakel.account.AccountFile;
import nl.schakel.audit.Role;
import nl.schakel.school.Brin;
import org.jspecify.annotations.Nullable;

/**
 * An account.
 *
 * @param sleutels its tokens without their secrets; absent in lists
 * @param koppelingen identities at providers with which its holder signs in; absent in lists
 */
public record AccountJson(
        UUID id,
        String gebruikersnaam,
        String naam,
        List<String> rollen,
        @Nullable String brin,
        boolean machine,
        boolean actief,
        Instant gemaakt,
        @Nullable List<TokenJson> sleutels,
        @Nullable List<BindingJson> koppelingen) {

    static AccountJson of(AccountEntry entry) {
        return of(entry, null, null);
    }

    static AccountJson of(AccountFile file) {
        return of(
                file.entry(),
                file.tokens().stream().map(TokenJson::of).toList(),
                file.identities().stream().map(BindingJson::of).toList());
    }

    private static AccountJson of(
            AccountEntry entry, @Nullable List<TokenJson> tokens, @Nullable List<BindingJson> identities) {
        Account account = entry.account();
        return new AccountJson(
                account.id().value(),
                account.username(),
                account.displayName(),
                account.roles().stream().sorted().map(Role::name).toList(),
                account.school().map(Brin::value).orElse(null),
                entry.machine(),
                account.enabled(),
                entry.created(),
                tokens,
                identities);
    }
}
