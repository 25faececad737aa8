package nl.schakel.pseudonym.rest;

import java.util.List;
import nl.schakel.pseudonym.KeySeries;
import nl.schakel.pseudonym.KeyStep;
import nl.schakel.pseudonym.SeeKeys;
import org.jspecify.annotations.Nullable;

/** What the service remembers of keys. */
public record KeysJson(
        List<HolderJson> houders,
        List<Key> sleutels,
        @Nullable String volgendeRotatie,
        Series reeks,
        @Nullable Change wissel,
        @Nullable Unseen nietTeruggezien) {
    /** A holder: whether its custodians suspended it, and whether the service can use its keys. */
    public record HolderJson(String houder, boolean geschorst, boolean beschikbaar) {}

    /** A key. */
    public record Key(String sleutel, String houder, String controlewaarde, String staat, String sinds) {}

    /** Versions of keys that belong together. */
    public record Series(int oprf, int token, int eersteKoppelsleutel, int laatsteKoppelsleutel) {
        static Series of(KeySeries series) {
            return new Series(series.oprf(), series.token(), series.first(), series.last());
        }
    }

    /** The change of keys that is open, and the step by which it was decided. */
    public record Change(String sinds, Series vorigeReeks, @Nullable Decision besluit) {}

    /** A step of two custodians. */
    public record Decision(String handeling, String voorgesteld, @Nullable String bevestigd) {
        static Decision of(KeyStep step) {
            return new Decision(
                    step.id().value().toString(),
                    step.proposed().toString(),
                    step.settled().map(settled -> settled.at().toString()).orElse(null));
        }
    }

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
                Series.of(view.series().present()),
                view.change()
                        .map(change -> new Change(
                                change.since().toString(),
                                Series.of(view.series().earlier().orElseThrow()),
                                change.decided().map(Decision::of).orElse(null)))
                        .orElse(null),
                view.unseen()
                        .map(counts -> new Unseen(
                                counts.persons(), counts.decided(), counts.former(), counts.locals(), counts.rins()))
                        .orElse(null));
    }
}
