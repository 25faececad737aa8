package nl.schakel.pseudonym.crypto;

import static nl.schakel.pseudonym.crypto.P256Product.multiply;
import static nl.schakel.pseudonym.crypto.P256Product.square;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the signs of a few products of which only x is known. Let K be the public key and t the x of K plus all products.
 * The sums of K and the first half of the products, and those of the other half, are computed for every choice of
 * signs; the pair A, B with x(A + B) = t or x(A - B) = t tells the signs. For a given A such a B is a zero of a polynomial
 * of the second degree in its x, so that a pair costs two multiplications. Not thread-safe.
 */
final class SignGroup {
    /** The most products: more would cost more in sums than they save in derivations. */
    static final int MOST = 8;

    private final List<CurvePoint> products = new ArrayList<>(MOST);
    private final long[] target;
    private final Half first;
    private final Half second;

    /**
     * @param derived the x of each product, 1 to {@link #MOST}
     * @param total the x of the sum of {@code publicKey} and all products
     * @throws FaultyDerivation where an x is none of the curve
     */
    SignGroup(CurvePoint publicKey, List<byte[]> derived, byte[] total) {
        for (byte[] x : derived) {
            products.add(point(x));
        }
        target = x(total);
        int half = (products.size() + 1) / 2;
        first = new Half(List.of(publicKey), products.subList(0, half));
        second = products.size() == 1
                ? new Half(List.of(), List.of())
                : new Half(List.of(products.get(half)), products.subList(half + 1, products.size()));
    }

    /** The total is compared only: where it is no point of the curve, no choice of signs fits. */
    private static long[] x(byte[] derived) {
        requireLength(derived);
        if (!P256Field.isBelowPrime(derived, 0)) {
            throw new FaultyDerivation("a derivation is no element of the field");
        }
        return P256Field.ofBytes(derived, 0);
    }

    private static void requireLength(byte[] derived) {
        if (derived.length != P256Field.BYTES) {
            throw new FaultyDerivation("a derivation has " + derived.length + " bytes");
        }
    }

    private static CurvePoint point(byte[] x) {
        requireLength(x);
        return CurvePoint.over(x, 0).orElseThrow(() -> new FaultyDerivation("a derivation is no point of the curve"));
    }

    /** Computes the sums of all groups at once. @throws PointSums.Coincidence where points coincide */
    static void addUp(List<SignGroup> groups) {
        List<Half> halves = new ArrayList<>();
        for (SignGroup group : groups) {
            halves.add(group.first);
            halves.add(group.second);
        }
        while (halves.stream().anyMatch(Half::hasMore)) {
            PointSums sums = new PointSums();
            halves.forEach(half -> half.ask(sums));
            List<CurvePoint> computed = sums.sums();
            int next = 0;
            for (Half half : halves) {
                next = half.take(computed, next);
            }
        }
    }

    /**
     * The products with their signs, as compressed encodings; after {@link #addUp}.
     *
     * @throws FaultyDerivation where no choice of signs fits
     * @throws PointSums.Coincidence where several do
     */
    List<byte[]> products() {
        List<Choice> fitting = products.size() == 1 ? fittingAlone() : fitting();
        if (fitting.isEmpty()) {
            throw new FaultyDerivation("derivations of points and of their sum do not fit");
        }
        Choice choice = fitting.get(0);
        if (fitting.size() > 1 || choice.isSuspect()) {
            throw new PointSums.Coincidence();
        }
        List<byte[]> signed = new ArrayList<>(products.size());
        for (int i = 0; i < products.size(); i++) {
            CurvePoint product = products.get(i);
            signed.add((choice.isNegative(i) ? product.negated() : product).compressed());
        }
        return signed;
    }

    private List<Choice> fittingAlone() {
        List<Choice> fitting = new ArrayList<>();
        for (int a = 0; a < first.sums.size(); a++) {
            long[] difference = new long[P256Field.LIMBS];
            P256Field.subtract(difference, first.sums.get(a).x(), target);
            if (P256Field.isZero(difference)) {
                fitting.add(new Choice(a, 0, false));
            }
        }
        return fitting;
    }

    private List<Choice> fitting() {
        List<Choice> fitting = new ArrayList<>();
        long[] value = new long[P256Field.LIMBS];
        for (int a = 0; a < first.sums.size(); a++) {
            long[][] polynomial = polynomial(first.sums.get(a).x());
            for (int b = 0; b < second.sums.size(); b++) {
                long[] x = second.sums.get(b).x();
                multiply(value, polynomial[2], x);
                P256Field.add(value, value, polynomial[1]);
                multiply(value, value, x);
                P256Field.add(value, value, polynomial[0]);
                if (P256Field.isZero(value)) {
                    fitting.add(new Choice(a, b, isOfDifference(first.sums.get(a), second.sums.get(b))));
                }
            }
        }
        return fitting;
    }

    /**
     * The coefficients, lowest first, of the polynomial that is zero at x_B where t is the x of A + B or of A - B: Semaev's
     * third summation polynomial (IACR ePrint 2004/031, section 2), in which t, x_A and x_B may trade places.
     */
    private long[][] polynomial(long[] x) {
        long[] sum = new long[P256Field.LIMBS];
        long[] product = new long[P256Field.LIMBS];
        long[] constant = new long[P256Field.LIMBS];
        long[] linear = new long[P256Field.LIMBS];
        long[] quadratic = new long[P256Field.LIMBS];
        P256Field.add(sum, target, x);
        multiply(product, target, x);
        P256Field.subtract(quadratic, target, x);
        square(quadratic, quadratic);
        P256Field.add(linear, product, CurvePoint.A);
        multiply(linear, linear, sum);
        P256Field.add(linear, linear, CurvePoint.B);
        P256Field.add(linear, linear, CurvePoint.B);
        P256Field.scale(linear, linear, -2);
        P256Field.reduce(linear);
        P256Field.subtract(constant, product, CurvePoint.A);
        square(constant, constant);
        multiply(product, CurvePoint.B, sum);
        P256Field.subtract(constant, constant, product, 4);
        P256Field.reduce(constant);
        return new long[][] {constant, linear, quadratic};
    }

    /** Whether t is the x of A - B, where it is that of A + B or A - B: (y_B + y_A)^2 = (t + x_A + x_B) (x_B - x_A)^2. */
    private boolean isOfDifference(CurvePoint a, CurvePoint b) {
        long[] left = new long[P256Field.LIMBS];
        long[] right = new long[P256Field.LIMBS];
        P256Field.subtract(left, b.x(), a.x());
        square(left, left);
        P256Field.add(right, a.x(), b.x());
        P256Field.add(right, right, target);
        multiply(left, left, right);
        P256Field.add(right, a.y(), b.y());
        square(right, right);
        P256Field.subtract(left, left, right);
        return P256Field.isZero(left);
    }

    /** A sum of each half; the second half as a whole may have to be subtracted. */
    private final class Choice {
        private final int a;
        private final int b;
        private final boolean subtracted;

        Choice(int a, int b, boolean subtracted) {
            this.a = a;
            this.b = b;
            this.subtracted = subtracted;
        }

        /** Whether both sums have one x: then the equation holds for any t. */
        boolean isSuspect() {
            return products.size() > 1 && first.sums.get(a).hasXOf(second.sums.get(b));
        }

        boolean isNegative(int product) {
            int inFirst = first.signed.size();
            if (product < inFirst) {
                return bit(a, inFirst - 1 - product);
            }
            boolean within = product > inFirst && bit(b, products.size() - 1 - product);
            return within != subtracted;
        }

        private static boolean bit(int bits, int index) {
            return (bits >> index & 1) == 1;
        }
    }

    /** The sums of a point and a few signed ones; entry i has a minus at the last product where bit 0 of i is set, and so on. */
    private static final class Half {
        private final List<CurvePoint> signed;
        private List<CurvePoint> sums;
        private int done;

        Half(List<CurvePoint> beginning, List<CurvePoint> signed) {
            this.sums = beginning;
            this.signed = signed;
        }

        boolean hasMore() {
            return done < signed.size();
        }

        void ask(PointSums computation) {
            if (hasMore()) {
                for (CurvePoint sum : sums) {
                    computation.addAndSubtract(sum, signed.get(done));
                }
            }
        }

        int take(List<CurvePoint> computed, int from) {
            if (!hasMore()) {
                return from;
            }
            int to = from + 2 * sums.size();
            sums = computed.subList(from, to);
            done++;
            return to;
        }
    }
}
