package nl.schakel.pseudonym.crypto;

import static nl.schakel.pseudonym.crypto.CurvePoint.GENERATOR;
import static nl.schakel.pseudonym.crypto.CurvePoint.GROUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigInteger;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import nl.schakel.platform.secret.SecretBytes;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way to multiply gives Bouncy Castle's products, and a wrong derivation never becomes a product. */
class PointMultiplierTest {
    private static final long SEED = 20261121;
    private static final BigInteger KEY = new BigInteger("00c0ffee" + "5a".repeat(28), 16);

    private final Random random = new Random(SEED);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 7, 8, 9, 16, 17, 64, 65})
    void derived_products_are_the_library_s_for_any_number_of_points(int count) {
        for (BigInteger key :
                List.of(KEY, BigInteger.ONE, BigInteger.valueOf(5), GROUP.getN().subtract(BigInteger.ONE))) {
            List<CurvePoint> points = points(count);
            assertThat(hex(derived(key, UnaryOperator.identity()).multiply(points)))
                    .as("seed %d, key of %d bits", SEED, key.bitLength())
                    .isEqualTo(expected(key, points));
        }
    }

    @Test
    void blinded_products_are_the_library_s_and_differ_in_their_run_only() {
        List<CurvePoint> points = points(20);
        PointMultiplier blinded = new BlindedMultiplier(KEY);
        assertThat(hex(blinded.multiply(points))).isEqualTo(expected(KEY, points));
        assertThat(hex(blinded.multiply(points))).isEqualTo(expected(KEY, points));
    }

    @Test
    void native_products_are_the_library_s_under_random_keys() {
        assumeTrue(NativeProvider.find().isPresent(), "native ECDH cannot be loaded on this machine");
        Provider provider = NativeProvider.find().orElseThrow();
        for (int i = 0; i < 40; i++) {
            BigInteger key = new BigInteger(256, random).mod(GROUP.getN());
            List<CurvePoint> points = points(1 + random.nextInt(30));
            assertThat(hex(scalar(key).derived(provider).multiply(points)))
                    .as("seed %d, try %d", SEED, i)
                    .isEqualTo(expected(key, points));
        }
    }

    @Test
    void the_jdk_s_own_ecdh_gives_the_same_products() {
        List<CurvePoint> points = points(9);
        assertThat(hex(scalar(KEY).derived(Security.getProvider("SunEC")).multiply(points)))
                .isEqualTo(expected(KEY, points));
    }

    @Test
    void points_that_coincide_are_multiplied_one_by_one() {
        CurvePoint some = points(1).get(0);
        CurvePoint other = points(1).get(0);
        CurvePoint minusSumAndGenerator =
                CurvePoint.of(some.toLibrary().add(GROUP.getG()).negate());
        List<List<CurvePoint>> cases = List.of(
                List.of(GENERATOR),
                List.of(GENERATOR.negated()),
                List.of(GENERATOR, GENERATOR.negated(), some),
                List.of(some, some),
                List.of(some, some.negated()),
                List.of(some, other, some, other, other.negated()),
                List.of(some, minusSumAndGenerator),
                List.of(some, other, CurvePoint.of(some.toLibrary().add(other.toLibrary()))));
        for (List<CurvePoint> points : cases) {
            assertThat(hex(derived(KEY, UnaryOperator.identity()).multiply(points)))
                    .isEqualTo(expected(KEY, points));
        }
    }

    static List<UnaryOperator<byte[]>> faults() {
        byte[] prime = Arrays.copyOfRange(P256Field.PRIME.toByteArray(), 1, 33);
        return List.of(
                x -> new byte[0],
                x -> Arrays.copyOf(x, 31),
                x -> Arrays.copyOf(x, 33),
                x -> prime,
                x -> offCurve(),
                x -> BigIntegers.asUnsignedByteArray(
                        32, GROUP.getG().getAffineXCoord().toBigInteger()),
                x -> flipped(x, 0),
                x -> flipped(x, 31));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void one_wrong_derivation_is_a_fault_wherever_it_stands(UnaryOperator<byte[]> fault) {
        List<CurvePoint> points = points(9);
        for (int at = 0; at < 11; at++) {
            AtomicInteger left = new AtomicInteger(at);
            UnaryOperator<byte[]> once = x -> left.getAndDecrement() == 0 ? fault.apply(x) : x;
            PointMultiplier faulty = derived(KEY, once);
            assertThatThrownBy(() -> faulty.multiply(points))
                    .as("derivation %d", at)
                    .isInstanceOf(FaultyDerivation.class);
        }
    }

    @Test
    void a_token_with_another_key_than_its_public_one_is_a_fault() {
        Derivation other = derivation(KEY.add(BigInteger.ONE), UnaryOperator.identity());
        PointMultiplier multiplier = new DerivedMultiplier(other, product(GENERATOR, KEY));
        for (int count : new int[] {1, 3, 8, 20}) {
            List<CurvePoint> points = points(count);
            assertThatThrownBy(() -> multiplier.multiply(points)).isInstanceOf(FaultyDerivation.class);
        }
    }

    @Test
    void a_provider_that_cannot_agree_is_a_fault() {
        Provider without = Security.getProvider("SUN");
        assertThatThrownBy(() -> scalar(KEY).derived(without)).isInstanceOf(FaultyDerivation.class);
    }

    @Test
    void what_is_not_a_scalar_is_refused() {
        for (String hex : List.of("00".repeat(32), GROUP.getN().toString(16), "ff".repeat(32), "")) {
            assertThatThrownBy(() -> new SecretScalar(Vectors.secret(hex)))
                    .as(hex)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void compressed_points_are_read_back_and_others_refused() {
        for (CurvePoint point : points(50)) {
            assertThat(CurvePoint.decode(point.compressed()).orElseThrow().isSameAs(point))
                    .as("seed %d", SEED)
                    .isTrue();
            byte[] wrong = point.compressed();
            wrong[0] = 4;
            assertThat(CurvePoint.decode(wrong)).isEmpty();
            assertThat(CurvePoint.decode(Arrays.copyOf(wrong, 32))).isEmpty();
            assertThat(CurvePoint.decode(Arrays.copyOf(wrong, 65))).isEmpty();
        }
        byte[] infinity = new byte[33];
        assertThat(CurvePoint.decode(infinity)).isEmpty();
        byte[] off = new byte[33];
        System.arraycopy(offCurve(), 0, off, 1, 32);
        off[0] = 2;
        assertThat(CurvePoint.decode(off)).isEmpty();
        Arrays.fill(off, 1, 33, (byte) 0xFF);
        assertThat(CurvePoint.decode(off)).isEmpty();
    }

    private static byte[] offCurve() {
        for (int last = 0; ; last++) {
            byte[] x = new byte[32];
            x[31] = (byte) last;
            if (CurvePoint.over(x, 0).isEmpty()) {
                return x;
            }
        }
    }

    private static byte[] flipped(byte[] x, int at) {
        byte[] changed = x.clone();
        changed[at] ^= 1;
        return changed;
    }

    private List<CurvePoint> points(int count) {
        HashToCurve hash = new HashToCurve(new MessageExpansion("test"));
        List<byte[]> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] message = new byte[12];
            random.nextBytes(message);
            messages.add(message);
        }
        return hash.hash(messages);
    }

    private static SecretScalar scalar(BigInteger key) {
        return new SecretScalar(SecretBytes.copyOf(BigIntegers.asUnsignedByteArray(32, key)));
    }

    private static PointMultiplier derived(BigInteger key, UnaryOperator<byte[]> change) {
        return new DerivedMultiplier(derivation(key, change), product(GENERATOR, key));
    }

    private static Derivation derivation(BigInteger key, UnaryOperator<byte[]> change) {
        return points -> points.stream()
                .map(point -> Arrays.copyOfRange(product(point, key).compressed(), 1, 33))
                .map(change)
                .toList();
    }

    private static CurvePoint product(CurvePoint point, BigInteger key) {
        return CurvePoint.of(point.toLibrary().multiply(key));
    }

    private static List<String> expected(BigInteger key, List<CurvePoint> points) {
        return hex(points.stream()
                .map(point -> point.toLibrary().multiply(key).getEncoded(true))
                .toList());
    }

    private static List<String> hex(List<byte[]> encodings) {
        return encodings.stream().map(HexFormat.of()::formatHex).toList();
    }
}
