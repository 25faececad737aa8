package nl.schakel.pseudonym.crypto;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.schakel.pseudonym.BlindClient;
import nl.schakel.pseudonym.BlindedElement;
import nl.schakel.pseudonym.Canaries;
import nl.schakel.pseudonym.EvaluateBlinded;
import nl.schakel.pseudonym.EvaluatedNumber;
import nl.schakel.pseudonym.Evaluations;
import nl.schakel.pupil.Pgn;
import nl.schakel.pupil.Reveal;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/** Blinds and finalizes with Bouncy Castle, on all cores. Thread-safe. */
public final class OprfClient implements BlindClient {
    private static final int BATCH = EvaluateBlinded.MOST - Canaries.COUNT;
    private static final BigInteger ORDER = CurvePoint.GROUP.getN();

    private final SecureRandom random = new SecureRandom();

    /** For the loader of services. */
    public OprfClient() {}

    /** An input with its blinding factor. */
    private record Blinded(ByteBuffer input, BigInteger factor, BlindedElement point) {}

    @Override
    public List<EvaluatedNumber> evaluate(List<Pgn> numbers, List<Canaries> expected, Exchange exchange) {
        if (expected.isEmpty()) {
            throw new IllegalArgumentException("no version of the key is expected");
        }
        Map<ByteBuffer, Integer> places = new LinkedHashMap<>();
        int[] placeOf = new int[numbers.size()];
        for (int i = 0; i < placeOf.length; i++) {
            ByteBuffer cid = ByteBuffer.wrap(numbers.get(i).canonical(Reveal.forKeyedHashing()));
            Integer known = places.putIfAbsent(cid, places.size());
            placeOf[i] = known == null ? places.size() - 1 : known;
        }
        List<byte[]> cids = places.keySet().stream().map(ByteBuffer::array).toList();
        try {
            List<EvaluatedNumber> outputs = new ArrayList<>(cids.size());
            for (int from = 0; from < cids.size(); from += BATCH) {
                outputs.addAll(batch(cids.subList(from, Math.min(cids.size(), from + BATCH)), expected, exchange));
            }
            return Arrays.stream(placeOf).mapToObj(outputs::get).toList();
        } finally {
            cids.forEach(cid -> Arrays.fill(cid, (byte) 0));
        }
    }

    private List<EvaluatedNumber> batch(List<byte[]> cids, List<Canaries> expected, Exchange exchange) {
        List<byte[]> inputs = new ArrayList<>(cids);
        inputs.addAll(Canaries.inputs());
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, inputs.size()).boxed().toList());
        Collections.shuffle(order, random);
        List<Blinded> blinded = blind(order.stream().map(inputs::get).toList());
        List<Evaluations> answers =
                exchange.evaluate(blinded.stream().map(Blinded::point).toList());
        if (!answers.stream()
                .map(Key::of)
                .toList()
                .equals(expected.stream().map(Key::of).toList())) {
            throw new Distrusted(
                    "de dienst rekent met andere sleutels dan toen u begon; er is niets verstuurd, begin opnieuw");
        }
        EvaluatedNumber[] joined = new EvaluatedNumber[cids.size()];
        for (int i = expected.size() - 1; i >= 0; i--) {
            List<EvaluatedNumber> outputs = trusted(finalized(blinded, order, answers.get(i)), expected.get(i));
            Arrays.setAll(
                    joined,
                    n -> joined[n] == null ? outputs.get(n) : outputs.get(n).with(joined[n]));
        }
        return Arrays.asList(joined);
    }

    /** Which key a version claims to be; the canaries show whether it is. */
    private record Key(int version, String publicKey) {
        static Key of(Evaluations answer) {
            return new Key(answer.version(), answer.publicKey());
        }

        static Key of(Canaries expected) {
            return new Key(expected.version(), expected.publicKey());
        }
    }

    /** y of every input with one version, in the order of the inputs. */
    private static List<EvaluatedNumber> finalized(List<Blinded> blinded, List<Integer> order, Evaluations answer) {
        if (answer.points().size() != blinded.size()) {
            throw new Distrusted("de dienst gaf niet voor elk punt een uitkomst; er is niets verstuurd");
        }
        EvaluatedNumber[] outputs = new EvaluatedNumber[blinded.size()];
        IntStream.range(0, outputs.length)
                .parallel()
                .forEach(i -> outputs[order.get(i)] =
                        output(blinded.get(i), answer.points().get(i)).ofVersion(answer.version()));
        return Arrays.asList(outputs);
    }

    /** The outcomes but for those of the canaries, which come last and are as expected. */
    private static List<EvaluatedNumber> trusted(List<EvaluatedNumber> outputs, Canaries expected) {
        int numbers = outputs.size() - Canaries.COUNT;
        if (!outputs.subList(numbers, outputs.size()).equals(expected.outputs())) {
            throw new Distrusted(
                    "de kanaries komen anders uit dan eerder: de dienst rekent voor u met een andere sleutel;"
                            + " er is niets verstuurd, bel de beheerder");
        }
        return outputs.subList(0, numbers);
    }

    private List<Blinded> blind(List<byte[]> inputs) {
        List<CurvePoint> points = Oprf.HASH_TO_GROUP.hash(inputs);
        return IntStream.range(0, inputs.size())
                .parallel()
                .mapToObj(i -> blinded(inputs.get(i), points.get(i)))
                .toList();
    }

    private Blinded blinded(byte[] input, CurvePoint point) {
        BigInteger factor = BigIntegers.createRandomInRange(BigInteger.ONE, ORDER.subtract(BigInteger.ONE), random);
        byte[] product = compressed(point.toLibrary().multiply(factor));
        return new Blinded(ByteBuffer.wrap(input), factor, BlindedElement.of(product));
    }

    private static EvaluatedNumber output(Blinded blinded, BlindedElement answer) {
        ECPoint evaluated = CurvePoint.decode(answer.bytes())
                .orElseThrow(() -> new Distrusted("de dienst gaf geen punt terug; er is niets verstuurd"))
                .toLibrary();
        byte[] element = compressed(evaluated.multiply(blinded.factor().modInverse(ORDER)));
        return EvaluatedNumber.of(Oprf.output(blinded.input().array(), element));
    }

    private static byte[] compressed(ECPoint point) {
        return point.getEncoded(true);
    }
}
