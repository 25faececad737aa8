package nl.schakel.pseudonym.rest;

import java.util.List;
import nl.schakel.pseudonym.BlindedElement;
import nl.schakel.pseudonym.EvaluateBlinded.Evaluated;

/** Evaluations as the API shows them, with the public key of the function and the school's quota. */
public record EvaluationsJson(List<String> evaluaties, String sleutel, long gebruikt, long toegestaan) {
    static EvaluationsJson of(Evaluated evaluated) {
        return new EvaluationsJson(
                evaluated.evaluations().stream().map(BlindedElement::text).toList(),
                evaluated.publicKey(),
                evaluated.balance().used(),
                evaluated.balance().allowed());
    }
}
