package nl.schakel.pseudonym.rest;

import nl.schakel.pseudonym.QuotaRegister;
import nl.schakel.pseudonym.RaiseQuota;
import org.jspecify.annotations.Nullable;

/** More for one school as it is sent and answered; what is missing counts as empty. */
public record RaiseJson(
        @Nullable String brin, @Nullable String schooljaar, @Nullable Long toegestaan, @Nullable String reden) {
    RaiseQuota.Wish wish() {
        return new RaiseQuota.Wish(
                orEmpty(brin), orEmpty(schooljaar), toegestaan == null ? "" : toegestaan.toString(), orEmpty(reden));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static RaiseJson of(QuotaRegister.Raise raise) {
        return new RaiseJson(raise.school().value(), raise.year().toString(), raise.allowed(), raise.because());
    }
}
