package nl.schakel.pseudonym.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * OPRF(P-256, SHA-256) in mode 0x00 (RFC 9497), evaluated directly: the holder of the key hashes the input to a point,
 * multiplies it by the key and finalizes. The outcome is the one that a client gets who blinds the input. Inputs that are
 * evaluated together cost less. Thread-safe.
 */
final class Oprf {
    /** Inputs in one call from which on more of them make no difference. */
    static final int USEFUL = 8 * SignGroup.MOST;

    private static final String CONTEXT = "OPRFV1-\0-P256-SHA256";
    private static final byte[] FINALIZE = "Finalize".getBytes(StandardCharsets.US_ASCII);

    /** The hash to the group, the same for whoever blinds and whoever evaluates. */
    static final HashToCurve HASH_TO_GROUP = new HashToCurve(new MessageExpansion("HashToGroup-" + CONTEXT));

    private final PointMultiplier direct;
    private final PointMultiplier key;

    Oprf(PointMultiplier key) {
        this(key, key);
    }

    /**
     * Another way for the points of numbers than for points that show nothing.
     *
     * @param direct gives the same products, and does not show the points to who holds the key
     */
    Oprf(PointMultiplier direct, PointMultiplier key) {
        this.direct = direct;
        this.key = key;
    }

    /** The 32-byte output for an input of at most 65,535 bytes. */
    byte[] evaluate(byte[] input) {
        return evaluate(List.of(input)).get(0);
    }

    /** The outputs, in the order of the inputs. @throws FaultyDerivation where the key's holder answers wrongly */
    List<byte[]> evaluate(List<byte[]> inputs) {
        List<byte[]> elements = direct.multiply(HASH_TO_GROUP.hash(inputs));
        List<byte[]> outputs = new ArrayList<>(inputs.size());
        for (int i = 0; i < inputs.size(); i++) {
            outputs.add(output(inputs.get(i), elements.get(i)));
        }
        return outputs;
    }

    /** The products of blinded points, compressed (RFC 9497, {@code BlindEvaluate}), in pieces that share work. */
    List<byte[]> blindEvaluate(List<CurvePoint> blinded) {
        List<byte[]> evaluated = new ArrayList<>(blinded.size());
        for (int from = 0; from < blinded.size(); from += USEFUL) {
            evaluated.addAll(key.multiply(blinded.subList(from, Math.min(blinded.size(), from + USEFUL))));
        }
        return evaluated;
    }

    /** The public key, compressed: the product of the generator. */
    byte[] publicKey() {
        return key.multiply(List.of(CurvePoint.GENERATOR)).get(0);
    }

    /** Finalize of RFC 9497, of the input and the element that belongs to it. */
    static byte[] output(byte[] input, byte[] element) {
        MessageDigest sha = MessageExpansion.sha256();
        sha.update(new Framed().bytes(input).bytes(element).toBytes());
        return sha.digest(FINALIZE);
    }
}
