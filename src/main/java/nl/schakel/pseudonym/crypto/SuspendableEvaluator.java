package nl.schakel.pseudonym.crypto;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import nl.schakel.platform.secret.KeysAway;
import nl.schakel.pseudonym.BlindEvaluator;
import nl.schakel.pseudonym.BlindedElement;
import nl.schakel.pseudonym.Canaries;
import nl.schakel.pseudonym.EvaluatedNumber;
import nl.schakel.pseudonym.PseudonymRefused;

/** BlindEvaluate of RFC 9497 under holder A's key; refuses without it or after a derivation went wrong. */
@Dependent
class SuspendableEvaluator implements BlindEvaluator {
    private final OpenedKeys keys;

    @Inject
    SuspendableEvaluator(OpenedKeys keys) {
        this.keys = keys;
    }

    @Override
    public Prepared prepare(List<BlindedElement> elements) {
        String key = publicKey();
        List<CurvePoint> points = new ArrayList<>(elements.size());
        for (BlindedElement element : elements) {
            points.add(CurvePoint.decode(element.bytes())
                    .orElseThrow(() -> new PseudonymRefused.NotPoints(points.size() + 1)));
        }
        return new Decoded(key, points);
    }

    /** The points of one request. */
    private final class Decoded implements Prepared {
        private final String key;
        private final List<CurvePoint> points;

        Decoded(String key, List<CurvePoint> points) {
            this.key = key;
            this.points = points;
        }

        @Override
        public String publicKey() {
            return key;
        }

        @Override
        public List<BlindedElement> evaluate() {
            return guarded(() -> keys.a().oprf(1).blindEvaluate(points).stream()
                    .map(BlindedElement::of)
                    .toList());
        }
    }

    @Override
    public Canaries canaries() {
        return guarded(() -> {
            List<byte[]> outputs = keys.a().oprf(1).evaluate(Canaries.inputs());
            return new Canaries(
                    publicKey(), outputs.stream().map(EvaluatedNumber::of).toList());
        });
    }

    private String publicKey() {
        return guarded(() -> HexFormat.of().formatHex(keys.a().oprf(1).publicKey()));
    }

    private <T> T guarded(Supplier<T> function) {
        try {
            return function.get();
        } catch (FaultyDerivation e) {
            throw keys.suspend(e);
        } catch (KeysAway e) {
            throw keys.away(e);
        }
    }
}
