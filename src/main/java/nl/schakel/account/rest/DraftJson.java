package nl.schakel.account.rest;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.schakel.account.AccountDraft;
import org.jspecify.annotations.Nullable;

/** An account as it is sent; what is missing counts as empty. */
public record DraftJson(
        @Nullable String gebruikersnaam,
        @Nullable String naam,
        @Nullable List<String> rollen,
        @Nullable String brin,
        @Nullable Boolean machine) {

    AccountDraft draft() {
        return new AccountDraft(
                orEmpty(gebruikersnaam), orEmpty(naam), roles(), orEmpty(brin), Boolean.TRUE.equals(machine));
    }

    private Set<String> roles() {
        return rollen == null
                ? Set.of()
                : rollen.stream().filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
