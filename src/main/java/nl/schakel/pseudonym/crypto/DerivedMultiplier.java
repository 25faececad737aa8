package nl.schakel.pseudonym.crypto;

import java.util.ArrayList;
import java.util.List;

/**
 * Multiplication by x-only derivations. A group of points Q costs one derivation each, and one more of their sum with the
 * generator G, whose product K is the public key: {@link SignGroup} finds the signs under which the products and K
 * add up to it. Derivations that fit no signs are a {@link FaultyDerivation}.
 *
 * <p>Where the points of a call coincide in a way that the formulas exclude, or admit several choices of signs, each point
 * makes a group of its own, where that cannot be.
 */
final class DerivedMultiplier implements PointMultiplier {
    private final Derivation derivation;
    private final CurvePoint publicKey;

    /** @param publicKey the product of the generator */
    DerivedMultiplier(Derivation derivation, CurvePoint publicKey) {
        this.derivation = derivation;
        this.publicKey = publicKey;
    }

    @Override
    public List<byte[]> multiply(List<CurvePoint> points) {
        try {
            return grouped(points);
        } catch (PointSums.Coincidence e) {
            return points.stream().map(this::alone).toList();
        }
    }

    private byte[] alone(CurvePoint point) {
        if (point.hasXOf(CurvePoint.GENERATOR)) {
            return (point.isSameAs(CurvePoint.GENERATOR) ? publicKey : publicKey.negated()).compressed();
        }
        return grouped(List.of(point)).get(0);
    }

    private List<byte[]> grouped(List<CurvePoint> points) {
        List<List<CurvePoint>> groups = new ArrayList<>();
        for (int from = 0; from < points.size(); from += SignGroup.MOST) {
            groups.add(points.subList(from, Math.min(points.size(), from + SignGroup.MOST)));
        }
        List<CurvePoint> asked = new ArrayList<>(points);
        asked.addAll(totals(groups));
        List<byte[]> derived = derivation.derive(asked);
        List<SignGroup> signs = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            int from = i * SignGroup.MOST;
            List<byte[]> products = derived.subList(from, from + groups.get(i).size());
            signs.add(new SignGroup(publicKey, products, derived.get(points.size() + i)));
        }
        SignGroup.addUp(signs);
        return signs.stream().flatMap(group -> group.products().stream()).toList();
    }

    /** The sum of each group with the generator, by halving, all groups at once. */
    private static List<CurvePoint> totals(List<List<CurvePoint>> groups) {
        List<List<CurvePoint>> rest = new ArrayList<>();
        for (List<CurvePoint> group : groups) {
            List<CurvePoint> withGenerator = new ArrayList<>(group);
            withGenerator.add(CurvePoint.GENERATOR);
            rest.add(withGenerator);
        }
        while (rest.stream().anyMatch(points -> points.size() > 1)) {
            halve(rest);
        }
        return rest.stream().map(points -> points.get(0)).toList();
    }

    private static void halve(List<List<CurvePoint>> groups) {
        PointSums sums = new PointSums();
        for (List<CurvePoint> points : groups) {
            for (int i = 0; i + 1 < points.size(); i += 2) {
                sums.add(points.get(i), points.get(i + 1));
            }
        }
        List<CurvePoint> computed = sums.sums();
        int next = 0;
        for (List<CurvePoint> points : groups) {
            int pairs = points.size() / 2;
            List<CurvePoint> half = new ArrayList<>(computed.subList(next, next + pairs));
            half.addAll(points.subList(2 * pairs, points.size()));
            points.clear();
            points.addAll(half);
            next += pairs;
        }
    }
}
