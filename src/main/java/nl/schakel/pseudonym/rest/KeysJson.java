package nl.schakel.pseudonym.rest;

import java.util.List;
import nl.schakel.pseudonym.SeeKeys;
import org.jspecify.annotations.Nullable;

/** What the service remembers of keys. */
public record KeysJson(
        List<HolderJson> houders,
        List<Key> sleutels,
        @Nullable String volgendeRotatie,
        @Nullable Unseen nietTeruggezien) {
    /** A holder: whether its custodians suspended it, and whether the service can use its keys. */
    public record HolderJson(String houder, boolean geschorst, boolean beschikbaar) {}

    /** A key. */
    public record Key(String sleutel, String houder, String controlewaarde, String staat, String sinds) {}

    /** What was not seen again in the change of keys that is open. */
    public record Unseen(long personen, long metBesluit, long vorigeNummers, long leerlingsleutels, long rinpersonen) {}

    static KeysJson of(SeeKeys.View view) {
        return new KeysJson(
                view.holders().stream()
                        .map(one -> new HolderJson(one.holder().code(), one.suspended(), one.available()))
                        .toList(),
                view.keys().stream()
                        .map(key -> new Key(
                                key.id().value(),
                                key.id().holder().code(),
                                key.checkValue(),
                                key.state().name(),
                                key.since().toString()))
                        .toList(),
                view.nextRotation().map(Object::toString).orElse(null),
                view.unseen()
                        .map(counts -> new Unseen(
                                counts.persons(), counts.decided(), counts.former(), counts.locals(), counts.rins()))
                        .orElse(null));
    }
}
