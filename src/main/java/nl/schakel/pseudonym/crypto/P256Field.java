package nl.schakel.pseudonym.crypto;

import static nl.schakel.pseudonym.crypto.P256Product.multiply;
import static nl.schakel.pseudonym.crypto.P256Product.square;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The field of P-256 around {@link P256Product}: sums, reductions, powers and the way in and out. An element is an array of
 * five limbs in Montgomery form; the caller owns it. "Reduced" is between -p/1000 and 1.001 p, "frozen" between 0 and p - 1.
 */
final class P256Field {
    static final BigInteger PRIME =
            new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
    static final int LIMBS = 5;
    static final int BYTES = 32;

    private static final int BITS = 52;
    private static final long MASK = (1L << BITS) - 1;
    private static final long NEAR = 64;
    private static final long TOP = (1L << 48) - 1;
    private static final BigInteger RADIX = BigInteger.ONE.shiftLeft(LIMBS * BITS);
    private static final long[] P = limbs(PRIME);
    private static final long[] TO_MONTGOMERY = limbs(RADIX.multiply(RADIX).mod(PRIME));
    private static final long[] ONE_PLAIN = limbs(BigInteger.ONE);
    private static final long[] ONE = limbs(RADIX.mod(PRIME));
    private static final byte[] PRIME_BYTES = Arrays.copyOfRange(PRIME.toByteArray(), 1, 1 + BYTES);

    private P256Field() {}

    /** The element of an integer between 0 and p - 1. */
    static long[] element(BigInteger value) {
        long[] r = limbs(value);
        multiply(r, r, TO_MONTGOMERY);
        return r;
    }

    /** The limbs of an integer as they are, without Montgomery form. */
    private static long[] limbs(BigInteger value) {
        long[] r = new long[LIMBS];
        for (int i = 0; i < LIMBS; i++) {
            r[i] = value.shiftRight(i * BITS).longValue() & MASK;
        }
        return r;
    }

    /** The element of 48 bytes, big-endian, reduced modulo p (RFC 9380 section 5.2). */
    static long[] ofUniform(byte[] bytes, int from) {
        long[] low = plain(bytes, from + 16, BYTES);
        long[] high = plain(bytes, from, 16);
        multiply(low, low, TO_MONTGOMERY);
        multiply(high, high, Shift.BY_256);
        add(low, low, high);
        reduce(low);
        return low;
    }

    /** The element of 32 bytes, big-endian; of an integer of p or more the one that it leaves modulo p. */
    static long[] ofBytes(byte[] bytes, int from) {
        long[] r = plain(bytes, from, BYTES);
        multiply(r, r, TO_MONTGOMERY);
        return r;
    }

    /** Whether 32 bytes, big-endian, are an integer below p. */
    static boolean isBelowPrime(byte[] bytes, int from) {
        return Arrays.compareUnsigned(bytes, from, from + BYTES, PRIME_BYTES, 0, BYTES) < 0;
    }

    private static long[] plain(byte[] bytes, int from, int length) {
        long[] r = new long[LIMBS];
        for (int i = 0; i < length; i++) {
            int bit = (length - 1 - i) * 8;
            long octet = bytes[from + i] & 0xFFL;
            r[bit / BITS] |= (octet << (bit % BITS)) & MASK;
            if (bit % BITS > BITS - 8) {
                r[bit / BITS + 1] |= octet >> (BITS - bit % BITS);
            }
        }
        return r;
    }

    /** Writes the integer of an element as 32 bytes, big-endian. */
    static void write(long[] a, byte[] target, int from) {
        long[] value = integer(a);
        for (int i = 0; i < BYTES; i++) {
            int bit = (BYTES - 1 - i) * 8;
            long octet = value[bit / BITS] >>> (bit % BITS);
            if (bit % BITS > BITS - 8) {
                octet |= value[bit / BITS + 1] << (BITS - bit % BITS);
            }
            target[from + i] = (byte) octet;
        }
    }

    /** Whether the integer of an element is odd: {@code sgn0} of RFC 9380. */
    static boolean isOdd(long[] a) {
        return (integer(a)[0] & 1) == 1;
    }

    /** Whether the element is zero; it may be unreduced, below 64 p. A multiple j of p leaves -j modulo 2^52. */
    static boolean isZero(long[] a) {
        if (((a[0] + NEAR) & MASK) > 2 * NEAR) {
            return false;
        }
        long[] value = a.clone();
        freeze(value);
        return (value[0] | value[1] | value[2] | value[3] | value[4]) == 0;
    }

    private static long[] integer(long[] a) {
        long[] r = new long[LIMBS];
        multiply(r, a, ONE_PLAIN);
        freeze(r);
        return r;
    }

    /** r = a + b. */
    static void add(long[] r, long[] a, long[] b) {
        for (int i = 0; i < LIMBS; i++) {
            r[i] = a[i] + b[i];
        }
    }

    /** r = a - b. */
    static void subtract(long[] r, long[] a, long[] b) {
        for (int i = 0; i < LIMBS; i++) {
            r[i] = a[i] - b[i];
        }
    }

    /** r = a - f b, for a small factor. */
    static void subtract(long[] r, long[] a, long[] b, int f) {
        for (int i = 0; i < LIMBS; i++) {
            r[i] = a[i] - f * b[i];
        }
    }

    /** r = f a, for a small factor. */
    static void scale(long[] r, long[] a, int f) {
        for (int i = 0; i < LIMBS; i++) {
            r[i] = f * a[i];
        }
    }

    /** Folds what lies above 2^256 back: 2^256 = 2^224 - 2^192 - 2^96 + 1 modulo p. */
    static void reduce(long[] r) {
        carry(r);
        long above = r[4] >> 48;
        r[4] = (r[4] & TOP) + (above << 16);
        r[3] -= above << 36;
        r[1] -= above << 44;
        r[0] += above;
        carry(r);
    }

    private static void carry(long[] r) {
        for (int i = 0; i < LIMBS - 1; i++) {
            r[i + 1] += r[i] >> BITS;
            r[i] &= MASK;
        }
    }

    private static void freeze(long[] r) {
        reduce(r);
        if (r[4] < 0) {
            add(r, r, P);
            carry(r);
        }
        long[] less = new long[LIMBS];
        subtract(less, r, P);
        carry(less);
        if (less[4] >= 0) {
            System.arraycopy(less, 0, r, 0, LIMBS);
        }
    }

    /** a to the power (p - 3) / 4 = (2^32 - 1) 2^222 + 2^190 + 2^94 - 1. */
    static long[] power(long[] a) {
        long[] x2 = chain(a, 1, a);
        long[] x4 = chain(x2, 2, x2);
        long[] x8 = chain(x4, 4, x4);
        long[] x16 = chain(x8, 8, x8);
        long[] x32 = chain(x16, 16, x16);
        long[] high = chain(x32, 32, a);
        long[] middle = chain(chain(high, 96 + 32, x32), 32, x32);
        return chain(chain(chain(chain(middle, 16, x16), 8, x8), 4, x4), 2, x2);
    }

    /** a squared so many times, times b. */
    private static long[] chain(long[] a, int squarings, long[] b) {
        long[] r = new long[LIMBS];
        square(r, a, squarings);
        multiply(r, r, b);
        return r;
    }

    /** A root of a, where a is a square; otherwise a value whose square is -a. */
    static long[] root(long[] a) {
        long[] r = power(a);
        multiply(r, r, a);
        return r;
    }

    /**
     * Replaces each element by its inverse, with one inversion in all (Montgomery's trick).
     *
     * @return false where one of them is zero; the elements then mean nothing
     */
    static boolean invertAll(long[][] values) {
        long[][] products = new long[values.length][LIMBS];
        long[] product = ONE;
        for (int i = 0; i < values.length; i++) {
            multiply(products[i], product, values[i]);
            product = products[i];
        }
        if (values.length == 0 || isZero(product)) {
            return values.length == 0;
        }
        long[] inverse = invert(product);
        for (int i = values.length - 1; i > 0; i--) {
            multiply(products[i], inverse, products[i - 1]);
            multiply(inverse, inverse, values[i]);
            System.arraycopy(products[i], 0, values[i], 0, LIMBS);
        }
        System.arraycopy(inverse, 0, values[0], 0, LIMBS);
        return true;
    }

    /** 1 / a, as the power p - 2; zero for zero. */
    static long[] invert(long[] a) {
        return chain(power(a), 2, a);
    }

    /** Constants that need {@link #element}. */
    private static final class Shift {
        /** Takes a plain integer to the Montgomery form of its 2^256-fold. */
        static final long[] BY_256 = element(RADIX.shiftLeft(256).mod(PRIME));
    }
}
