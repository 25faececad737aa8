package nl.schakel.pseudonym.rest;

import java.util.List;
import nl.schakel.pseudonym.BlindedElement;
import nl.schakel.pseudonym.EvaluateBlinded.Evaluated;
import nl.schakel.pseudonym.Evaluations;
import org.jspecify.annotations.Nullable;

/**
 * Evaluations as the API shows them, with the school's quota.
 *
 * @param versie of the key
 * @param sleutel the public key
 * @param vorige the same points with the earlier key, while a change to another is open; not written where there is none
 */
public record EvaluationsJson(
        int versie,
        String sleutel,
        List<String> evaluaties,
        @Nullable EarlierJson vorige,
        long gebruikt,
        long toegestaan) {
    /** The evaluations with the earlier key. */
    public record EarlierJson(int versie, String sleutel, List<String> evaluaties) {}

    static EvaluationsJson of(Evaluated evaluated) {
        List<Evaluations> versions = evaluated.evaluations();
        Evaluations newest = versions.get(0);
        return new EvaluationsJson(
                newest.version(),
                newest.publicKey(),
                texts(newest),
                versions.stream()
                        .skip(1)
                        .findFirst()
                        .map(EvaluationsJson::earlier)
                        .orElse(null),
                evaluated.balance().used(),
                evaluated.balance().allowed());
    }

    private static EarlierJson earlier(Evaluations evaluations) {
        return new EarlierJson(evaluations.version(), evaluations.publicKey(), texts(evaluations));
    }

    private static List<String> texts(Evaluations evaluations) {
        return evaluations.points().stream().map(BlindedElement::text).toList();
    }
}
