package nl.schakel.pseudonym.crypto;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import nl.schakel.platform.secret.ExampleKeys;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.secret.HolderStore;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pupil.Pgn;
import nl.schakel.pupil.Reveal;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** The steps of LVS-PSN-1 one by one under the example keys, for benchmarks. Results are kept so that no step is skipped. */
public final class PseudonymParts {
    private final HolderA a;
    private final HolderB b;
    private final Pseudonymizer pseudonymizer;
    private final HashToCurve hash = new HashToCurve(new MessageExpansion("benchmark"));
    private final ECPoint base = CustomNamedCurves.getByName("P-256").getG();
    private final BigInteger scalar =
            new BigInteger("96ef8c6a9a5e486bdd624ec25ab545b122aea847e1f1552493de198c3da5327b", 16);
    private final FixedPointCombMultiplier comb = new FixedPointCombMultiplier();
    private volatile Object kept = "";

    /** The last result, so that no step can be left out as useless. */
    public Object kept() {
        return kept;
    }

    /** Opens the example keys in the folder. */
    public PseudonymParts(Path keys) {
        try (HolderStore storeA = open(keys, "a");
                HolderStore storeB = open(keys, "b")) {
            a = HolderA.of(storeA);
            b = new HolderB(storeB);
        }
        pseudonymizer = new DirectPseudonymizer(a, b.layers());
    }

    private static HolderStore open(Path keys, String holder) {
        HolderFiles files = new HolderFiles(keys.resolve(holder + ".bcfks"), keys.resolve(holder + ".wachtzin"));
        return HolderStore.open(files, ExampleKeys.ALLOWED);
    }

    /** The whole, in bulk, on all cores. */
    public void linkage(List<Pgn> numbers) {
        kept = pseudonymizer.linkage(numbers);
    }

    /** The whole, one number, on this core. */
    public void linkage(Pgn number) {
        kept = pseudonymizer.linkage(number);
    }

    /** The OPRF alone. */
    public void oprf(Pgn number) {
        kept = a.oprf().evaluate(number.canonical(Reveal.forKeyedHashing()));
    }

    /** Hash to the curve alone. */
    public void hashToCurve(Pgn number) {
        kept = hash.hash(number.canonical(Reveal.forKeyedHashing())).isDegenerate();
    }

    /** The layers of the linkage keys alone. */
    public void layers(Pgn number) {
        kept = b.layers().over(number.canonical(Reveal.forKeyedHashing()));
    }

    /** The library's multiplication of the fixed base point, which it has tables for. */
    public void fixedPoint(Pgn number) {
        kept = comb.multiply(base, scalar.add(BigInteger.valueOf(number.hashCode())));
    }

    /** The library's multiplication of a point it has not seen before. */
    public void anyPoint(Pgn number) {
        ECPoint point = base.add(base.twice()).normalize();
        kept = point.multiply(scalar.add(BigInteger.valueOf(number.hashCode()))).normalize();
    }
}
