package nl.schakel.pseudonym.crypto;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.schakel.platform.secret.KeyFrame;
import nl.schakel.platform.secret.KeyFrame.Kind;
import nl.schakel.platform.secret.KeyFrame.Malformed;
import nl.schakel.platform.secret.KeyHolder;

/**
 * What the process that holds A's keys answers to each question. After a derivation that cannot be it answers nothing else
 * than that until it is started again. Thread-safe.
 */
final class KeyAnswers {
    private static final Logger LOG = System.getLogger(KeyAnswers.class.getName());

    private final Map<String, String> checkValues;
    private final Oprf oprf;
    private final HmacKey token;
    private volatile boolean faulty;

    KeyAnswers(Map<String, String> checkValues, Oprf oprf, HmacKey token) {
        this.checkValues = Map.copyOf(checkValues);
        this.oprf = oprf;
        this.token = token;
    }

    /** Takes what it needs; a store may be closed afterwards. */
    static KeyAnswers of(KeyHolder keys) {
        return new KeyAnswers(keys.checkValues(), HeldKeys.oprf(keys), HeldKeys.hmac(keys, "token"));
    }

    /** The answer. @throws Malformed where the frame is no question, or holds what is no point of the curve */
    KeyFrame to(KeyFrame question) throws Malformed {
        List<byte[]> items = question.items();
        try {
            return switch (question.kind()) {
                case CHECK_VALUES -> new KeyFrame(Kind.ANSWER, checkValues(items));
                case MULTIPLY -> computed(products(items));
                case TAG -> computed(items.stream().map(token::tag).toList());
                case ANSWER, FAULTY -> throw new Malformed("no question");
            };
        } catch (FaultyDerivation e) {
            faulty = true;
            LOG.log(Level.ERROR, "no key is used any more until this process starts again", e);
            return computed(List.of());
        }
    }

    private KeyFrame computed(List<byte[]> results) {
        return faulty ? new KeyFrame(Kind.FAULTY, List.of()) : new KeyFrame(Kind.ANSWER, results);
    }

    private List<byte[]> checkValues(List<byte[]> items) throws Malformed {
        if (!items.isEmpty()) {
            throw new Malformed("items where none belong");
        }
        List<byte[]> told = new ArrayList<>();
        checkValues.forEach((keyId, checkValue) -> {
            told.add(keyId.getBytes(StandardCharsets.UTF_8));
            told.add(checkValue.getBytes(StandardCharsets.UTF_8));
        });
        return told;
    }

    private List<byte[]> products(List<byte[]> items) throws Malformed {
        List<CurvePoint> points = new ArrayList<>(items.size());
        for (byte[] item : items) {
            Optional<CurvePoint> point = item.length == CurvePoint.UNCOMPRESSED
                    ? CurvePoint.decodeUncompressed(item)
                    : CurvePoint.decode(item);
            points.add(point.orElseThrow(() -> new Malformed("no point of the curve")));
        }
        return oprf.blindEvaluate(points);
    }
}
