package nl.schakel.account.page;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.schakel.account.Account;
import nl.schakel.account.AccountDraft;
import nl.schakel.account.AccountRefused;
import nl.schakel.audit.Role;
import nl.schakel.platform.problem.Fault;
import nl.schakel.platform.web.Page;
import nl.schakel.school.Brin;

/** The form of an account, as it is sent and as it is shown again. */
final class AccountForm {
    static final AccountDraft EMPTY = new AccountDraft("", "", Set.of(), "", false);

    private AccountForm() {}

    static AccountDraft sent(MultivaluedMap<String, String> form) {
        return new AccountDraft(
                one(form, "gebruikersnaam"),
                one(form, "naam"),
                Set.copyOf(form.getOrDefault("rollen", List.of())),
                one(form, "brin"),
                one(form, "soort").equals("machine"));
    }

    static AccountDraft stored(Account account) {
        return new AccountDraft(
                account.username(),
                account.displayName(),
                account.roles().stream().map(Role::name).collect(Collectors.toUnmodifiableSet()),
                account.school().map(Brin::value).orElse(""),
                false);
    }

    /** Says on the form what is wrong with it. @throws AccountRefused where the form is not the cause */
    static void faults(Page page, AccountRefused refused) {
        page.refused("account.form", refused);
        if (refused instanceof AccountRefused.NotAnAccount) {
            for (Fault fault : refused.faults()) {
                page.fault(fault.place(), "account.fout." + fault.rule());
            }
        } else if (refused instanceof AccountRefused.RolesApart) {
            page.fault("rollen", "account.probleem.rollen-niet-samen.uitleg");
        } else if (refused instanceof AccountRefused.UsernameTaken) {
            page.fault("gebruikersnaam", "account.probleem.gebruikersnaam-bezet.uitleg");
        } else {
            throw refused;
        }
    }

    private static String one(MultivaluedMap<String, String> form, String field) {
        String value = form.getFirst(field);
        return value == null ? "" : value;
    }
}
