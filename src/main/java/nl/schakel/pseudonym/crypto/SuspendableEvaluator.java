package nl.schakel.pseudonym.crypto;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import nl.schakel.platform.secret.KeysAway;
import nl.schakel.pseudonym.BlindEvaluator;
import nl.schakel.pseudonym.BlindedElement;
import nl.schakel.pseudonym.Canaries;
import nl.schakel.pseudonym.EvaluatedNumber;
import nl.schakel.pseudonym.Evaluations;
import nl.schakel.pseudonym.PseudonymRefused;

/** BlindEvaluate of RFC 9497 under holder A's keys; refuses without it or after a derivation went wrong. */
@Dependent
class SuspendableEvaluator implements BlindEvaluator {
    private final OpenedKeys keys;

    @Inject
    SuspendableEvaluator(OpenedKeys keys) {
        this.keys = keys;
    }

    /** The public keys are asked for at once, because a key that is missing must refuse before anything counts. */
    @Override
    public Prepared prepare(List<BlindedElement> elements) {
        SortedMap<Integer, String> publicKeys = publicKeys();
        List<CurvePoint> points = new ArrayList<>(elements.size());
        for (BlindedElement element : elements) {
            points.add(CurvePoint.decode(element.bytes())
                    .orElseThrow(() -> new PseudonymRefused.NotPoints(points.size() + 1)));
        }
        return () -> guarded(() -> publicKeys.entrySet().stream()
                .map(key -> new Evaluations(key.getKey(), key.getValue(), evaluated(points, key.getKey())))
                .toList());
    }

    private List<BlindedElement> evaluated(List<CurvePoint> points, int version) {
        return keys.a().oprf(version).blindEvaluate(points).stream()
                .map(BlindedElement::of)
                .toList();
    }

    @Override
    public List<Canaries> canaries() {
        return guarded(() -> publicKeys().entrySet().stream()
                .map(key -> new Canaries(key.getKey(), key.getValue(), outputs(key.getKey())))
                .toList());
    }

    private List<EvaluatedNumber> outputs(int version) {
        return keys.a().oprf(version).evaluate(Canaries.inputs()).stream()
                .map(output -> EvaluatedNumber.of(output).ofVersion(version))
                .toList();
    }

    /** Of each version in use, the newest first. */
    private SortedMap<Integer, String> publicKeys() {
        SortedMap<Integer, String> publicKeys = new TreeMap<>(Comparator.reverseOrder());
        for (int version : keys.oprfVersions()) {
            publicKeys.put(version, guarded(() -> HexFormat.of()
                    .formatHex(keys.a().oprf(version).publicKey())));
        }
        return publicKeys;
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
