package nl.schakel.pseudonym.crypto;

import static nl.schakel.pseudonym.crypto.P256Field.PRIME;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The own field arithmetic against {@link BigInteger}, at the edges and at random. */
class P256FieldTest {
    private static final long SEED = 20261121;

    private static List<BigInteger> values() {
        Random random = new Random(SEED);
        List<BigInteger> values = new ArrayList<>(List.of(
                BigInteger.ZERO, BigInteger.ONE, BigInteger.TWO, PRIME.subtract(BigInteger.ONE), PRIME.shiftRight(1)));
        for (int bit = 0; bit < 256; bit += 13) {
            values.add(BigInteger.ONE.shiftLeft(bit));
            values.add(PRIME.subtract(BigInteger.ONE.shiftLeft(bit)).mod(PRIME));
        }
        for (int i = 0; i < 40; i++) {
            values.add(new BigInteger(256, random).mod(PRIME));
        }
        return values;
    }

    @Test
    void products_sums_and_differences_are_those_of_integers() {
        for (BigInteger a : values()) {
            for (BigInteger b : values()) {
                long[] x = P256Field.element(a);
                long[] y = P256Field.element(b);
                long[] r = new long[P256Field.LIMBS];
                P256Product.multiply(r, x, y);
                assertThat(integer(r)).isEqualTo(a.multiply(b).mod(PRIME));
                P256Field.add(r, x, y);
                assertThat(integer(r)).isEqualTo(a.add(b).mod(PRIME));
                P256Field.subtract(r, x, y);
                assertThat(integer(r)).isEqualTo(a.subtract(b).mod(PRIME));
            }
        }
    }

    @Test
    void unreduced_operands_give_the_right_product_and_square() {
        for (BigInteger a : values()) {
            for (int factor : new int[] {-14, -9, -1, 2, 9, 14}) {
                long[] x = P256Field.element(a);
                long[] r = new long[P256Field.LIMBS];
                P256Field.scale(x, x, factor);
                BigInteger expected =
                        a.multiply(BigInteger.valueOf(factor)).pow(2).mod(PRIME);
                P256Product.square(r, x);
                assertThat(integer(r)).isEqualTo(expected);
                P256Product.multiply(r, x, x);
                assertThat(integer(r)).isEqualTo(expected);
                P256Field.reduce(x);
                P256Product.multiply(x, x, x);
                assertThat(integer(x)).as("aliased").isEqualTo(expected);
            }
        }
    }

    @Test
    void inverse_root_exponent_parity_and_zero_are_those_of_integers() {
        for (BigInteger a : values()) {
            long[] x = P256Field.element(a);
            assertThat(P256Field.isZero(x)).isEqualTo(a.signum() == 0);
            assertThat(P256Field.isOdd(x)).isEqualTo(a.testBit(0));
            BigInteger exponent = PRIME.subtract(BigInteger.valueOf(3)).shiftRight(2);
            assertThat(integer(P256Field.power(x))).isEqualTo(a.modPow(exponent, PRIME));
            BigInteger inverse = a.signum() == 0 ? BigInteger.ZERO : a.modInverse(PRIME);
            assertThat(integer(P256Field.invert(x))).isEqualTo(inverse);
        }
    }

    @Test
    void inverses_computed_together_are_the_inverses_and_a_zero_is_told() {
        List<BigInteger> nonzero = values().stream().filter(a -> a.signum() > 0).toList();
        for (int count : new int[] {0, 1, 2, nonzero.size()}) {
            long[][] elements =
                    nonzero.stream().limit(count).map(P256Field::element).toArray(long[][]::new);
            assertThat(P256Field.invertAll(elements)).isTrue();
            for (int i = 0; i < count; i++) {
                assertThat(integer(elements[i])).isEqualTo(nonzero.get(i).modInverse(PRIME));
            }
        }
        long[][] withZero = {P256Field.element(BigInteger.TWO), P256Field.element(BigInteger.ZERO)};
        assertThat(P256Field.invertAll(withZero)).isFalse();
        assertThat(P256Field.invertAll(new long[][] {P256Field.element(BigInteger.ZERO)}))
                .isFalse();
    }

    @Test
    void roots_are_those_of_squares() {
        for (BigInteger a : values()) {
            BigInteger square = a.multiply(a).mod(PRIME);
            BigInteger root = integer(P256Field.root(P256Field.element(square)));
            assertThat(root).isIn(a, PRIME.subtract(a).mod(PRIME));
        }
    }

    @Test
    void bytes_are_read_as_written_and_known_to_be_below_the_prime() {
        for (BigInteger a : values()) {
            byte[] bytes = new byte[P256Field.BYTES + 1];
            P256Field.write(P256Field.element(a), bytes, 1);
            assertThat(integer(P256Field.ofBytes(bytes, 1))).isEqualTo(a);
            assertThat(P256Field.isBelowPrime(bytes, 1)).isTrue();
        }
        byte[] prime = Arrays.copyOfRange(PRIME.toByteArray(), 1, 33);
        assertThat(P256Field.isBelowPrime(prime, 0)).isFalse();
        Arrays.fill(prime, (byte) 0xFF);
        assertThat(P256Field.isBelowPrime(prime, 0)).isFalse();
    }

    @Test
    void uniform_bytes_are_reduced_modulo_the_prime() {
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = new byte[MessageExpansion.ELEMENT + 3];
            if (i == 0) {
                Arrays.fill(bytes, (byte) 0xFF);
            } else {
                random.nextBytes(bytes);
            }
            BigInteger expected = new BigInteger(1, bytes, 3, MessageExpansion.ELEMENT).mod(PRIME);
            assertThat(integer(P256Field.ofUniform(bytes, 3)))
                    .as("seed %d, try %d", SEED, i)
                    .isEqualTo(expected);
        }
    }

    private static BigInteger integer(long[] element) {
        byte[] bytes = new byte[P256Field.BYTES];
        P256Field.write(element, bytes, 0);
        return new BigInteger(1, bytes);
    }
}
