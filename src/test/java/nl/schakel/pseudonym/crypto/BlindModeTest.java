package nl.schakel.pseudonym.crypto;

import static nl.schakel.pseudonym.crypto.Vectors.hex;
import static nl.schakel.pseudonym.crypto.Vectors.list;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import nl.schakel.pupil.Pgn;
import nl.schakel.pupil.Reveal;
import org.bouncycastle.crypto.hash2curve.HashToCurveProfile;
import org.bouncycastle.crypto.hash2curve.HashToEllipticCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;

/** A school that blinds, with the library's points, gets what direct mode gives. */
class BlindModeTest {
    private static final String DOMAIN = "HashToGroup-OPRFV1-\0-P256-SHA256";
    private static final HashToEllipticCurve HASH =
            HashToEllipticCurve.getInstance(HashToCurveProfile.P256_XMD_SHA_256, DOMAIN);
    private static final BigInteger ORDER = CurvePoint.GROUP.getN();

    @Test
    void blind_and_direct_give_the_same_for_every_number() {
        long seed = 20261121;
        Random random = new Random(seed);
        for (int key = 0; key < 4; key++) {
            byte[] scalar = new byte[32];
            random.nextBytes(scalar);
            scalar[0] = 0;
            Oprf oprf = new Oprf(new SecretScalar(Vectors.secret(hex(scalar))).multiplier());
            List<byte[]> inputs = inputs(random, 1 + random.nextInt(70));
            assertThat(blind(oprf, inputs, random))
                    .as("seed %d, key %d", seed, key)
                    .containsExactlyElementsOf(oprf.evaluate(inputs));
        }
    }

    @Test
    void evaluations_are_those_of_rfc_9497() {
        JsonObject suite = list(Vectors.file("rfc9497-oprf.json"), "suites").stream()
                .filter(s -> s.getString("identifier").equals("P256-SHA256") && s.getInt("mode") == 0)
                .findAny()
                .orElseThrow();
        Oprf oprf = new Oprf(new SecretScalar(Vectors.secret(suite.getString("skSm"))).multiplier());
        for (JsonObject vector : list(suite, "vectors")) {
            CurvePoint blinded =
                    CurvePoint.decode(hex(vector.getString("BlindedElement"))).orElseThrow();
            assertThat(hex(oprf.blindEvaluate(List.of(blinded)).get(0)))
                    .isEqualTo(vector.getString("EvaluationElement"));
        }
    }

    @Test
    void the_public_key_is_the_published_one() {
        JsonObject file = Vectors.file("lvs-psn-1.json");
        Oprf oprf = new Oprf(new SecretScalar(Vectors.secret(file.getString("oprf_scalar"))).multiplier());
        assertThat(hex(oprf.publicKey())).isEqualTo(file.getString("oprf_public_key"));
    }

    /** Blind, evaluate and finalize of RFC 9497 section 3.3.1 as a school does it. */
    private static List<byte[]> blind(Oprf oprf, List<byte[]> inputs, Random random) {
        List<BigInteger> blinds = new ArrayList<>();
        List<CurvePoint> blinded = new ArrayList<>();
        for (byte[] input : inputs) {
            BigInteger blind = new BigInteger(256, random)
                    .mod(ORDER.subtract(BigInteger.ONE))
                    .add(BigInteger.ONE);
            blinds.add(blind);
            ECPoint point = HASH.hashToCurve(input).multiply(blind).normalize();
            blinded.add(CurvePoint.decode(point.getEncoded(true)).orElseThrow());
        }
        List<byte[]> evaluated = oprf.blindEvaluate(blinded);
        List<byte[]> outputs = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            byte[] element = CurvePoint.GROUP
                    .getCurve()
                    .decodePoint(evaluated.get(i))
                    .multiply(blinds.get(i).modInverse(ORDER))
                    .getEncoded(true);
            byte[] message = new Framed().bytes(inputs.get(i)).bytes(element).toBytes();
            MessageDigest sha = MessageExpansion.sha256();
            sha.update(message);
            outputs.add(sha.digest("Finalize".getBytes(StandardCharsets.US_ASCII)));
        }
        return outputs;
    }

    private static List<byte[]> inputs(Random random, int count) {
        List<byte[]> inputs = new ArrayList<>();
        while (inputs.size() < count) {
            Optional<Pgn> number = Pgn.parse(String.format(Locale.ROOT, "%09d", random.nextInt(1_000_000_000)));
            number.ifPresent(pgn -> inputs.add(pgn.canonical(Reveal.forKeyedHashing())));
        }
        return inputs;
    }
}
