package nl.schakel.pseudonym.crypto;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
    private final Map<String, Oprf> oprf;
    private final Map<String, HmacKey> token;
    private volatile boolean faulty;

    /** The functions by key id. */
    KeyAnswers(Map<String, String> checkValues, Map<String, Oprf> oprf, Map<String, HmacKey> token) {
        this.checkValues = Map.copyOf(checkValues);
        this.oprf = Map.copyOf(oprf);
        this.token = Map.copyOf(token);
    }

    /** Takes what it needs; a store may be closed afterwards. */
    static KeyAnswers of(KeyHolder keys) {
        Map<String, Oprf> oprf = new TreeMap<>();
        Map<String, HmacKey> token = new TreeMap<>();
        HolderA.named(keys, "oprf").forEach(key -> oprf.put(key.value(), HeldKeys.oprf(keys, key.value())));
        HolderA.named(keys, "token").forEach(key -> token.put(key.value(), HeldKeys.hmac(keys, key.value())));
        return new KeyAnswers(keys.checkValues(), oprf, token);
    }

    /** The answer. @throws Malformed where the frame is no question, names no key, or holds what is no point of the curve */
    KeyFrame to(KeyFrame question) throws Malformed {
        List<byte[]> items = question.items();
        try {
            return switch (question.kind()) {
                case CHECK_VALUES -> new KeyFrame(Kind.ANSWER, checkValues(items));
                case MULTIPLY -> computed(products(named(oprf, items), rest(items)));
                case TAG -> computed(tags(named(token, items), rest(items)));
                case ANSWER, FAULTY, OTHER_VERSION -> throw new Malformed("no question");
            };
        } catch (FaultyDerivation e) {
            faulty = true;
            LOG.log(Level.ERROR, "no key is used any more until this process starts again", e);
            return computed(List.of());
        }
    }

    private static <T> T named(Map<String, T> functions, List<byte[]> items) throws Malformed {
        Optional<T> function =
                items.stream().findFirst().map(keyId -> functions.get(new String(keyId, StandardCharsets.UTF_8)));
        return function.orElseThrow(() -> new Malformed("no key of that name"));
    }

    private static List<byte[]> rest(List<byte[]> items) {
        return items.subList(1, items.size());
    }

    private static List<byte[]> tags(HmacKey key, List<byte[]> messages) {
        return messages.stream().map(key::tag).toList();
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

    private static List<byte[]> products(Oprf key, List<byte[]> items) throws Malformed {
        List<CurvePoint> points = new ArrayList<>(items.size());
        for (byte[] item : items) {
            Optional<CurvePoint> point = item.length == CurvePoint.UNCOMPRESSED
                    ? CurvePoint.decodeUncompressed(item)
                    : CurvePoint.decode(item);
            points.add(point.orElseThrow(() -> new Malformed("no point of the curve")));
        }
        return key.blindEvaluate(points);
    }
}
