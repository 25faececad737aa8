package nl.schakel.pseudonym.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.schakel.pseudonym.KeyWish;
import nl.schakel.pseudonym.StepMinutes;
import org.jspecify.annotations.Nullable;

/** A step of key care as it is proposed. */
public record KeyStepWishJson(
        @Nullable String handeling,
        @Nullable List<@Nullable Key> sleutels,
        @Nullable Boolean oefening,
        @Nullable Minutes notulen,
        @Nullable LostJson nietTeruggezien) {
    /** A key by name and, where the act states it, check value. */
    public record Key(@Nullable String sleutel, @Nullable String controlewaarde) {}

    /** Of a step that was taken before there was a service: when, and by whom. */
    public record Minutes(@Nullable String moment, @Nullable List<@Nullable String> bewaarders) {
        StepMinutes told() {
            List<String> names = new ArrayList<>();
            for (String name : bewaarders == null ? List.<@Nullable String>of() : bewaarders) {
                names.add(orEmpty(name));
            }
            return new StepMinutes(orEmpty(moment), names);
        }
    }

    KeyWish wish() {
        Map<String, String> keys = new TreeMap<>();
        for (Key key : sleutels == null ? List.<@Nullable Key>of() : sleutels) {
            if (key != null) {
                keys.put(orEmpty(key.sleutel()), orEmpty(key.controlewaarde()));
            }
        }
        return new KeyWish(
                orEmpty(handeling),
                keys,
                oefening != null && oefening,
                Optional.ofNullable(notulen).map(Minutes::told),
                Optional.ofNullable(nietTeruggezien).flatMap(LostJson::lost));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
