package nl.schakel.pseudonym.rest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.schakel.pseudonym.KeyWish;
import org.jspecify.annotations.Nullable;

/** A step of key care as it is proposed. */
public record KeyStepWishJson(
        @Nullable String handeling, @Nullable List<@Nullable Key> sleutels, @Nullable Boolean oefening) {
    /** A key by name and, where the act states it, check value. */
    public record Key(@Nullable String sleutel, @Nullable String controlewaarde) {}

    KeyWish wish() {
        Map<String, String> keys = new TreeMap<>();
        for (Key key : sleutels == null ? List.<@Nullable Key>of() : sleutels) {
            if (key != null) {
                keys.put(orEmpty(key.sleutel()), orEmpty(key.controlewaarde()));
            }
        }
        return new KeyWish(orEmpty(handeling), keys, oefening != null && oefening);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
