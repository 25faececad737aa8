package nl.schakel.pseudonym.crypto;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.spec.ECPrivateKeySpec;
import java.util.List;
import java.util.stream.IntStream;
import nl.schakel.platform.secret.ExampleKeys;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.secret.HolderStore;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pupil.Pgn;
import nl.schakel.pupil.Reveal;

/** The steps of LVS-PSN-1 one by one under the example keys, for benchmarks. Results are kept so that no step is skipped. */
public final class PseudonymParts {
    private static final BigInteger SCALAR =
            new BigInteger("96ef8c6a9a5e486bdd624ec25ab545b122aea847e1f1552493de198c3da5327b", 16);

    private final HolderA a;
    private final HolderB b;
    private final Pseudonymizer pseudonymizer;
    private final HashToCurve hash = new HashToCurve(new MessageExpansion("benchmark"));
    private final PointMultiplier library = new BlindedMultiplier(SCALAR);
    private final List<CurvePoint> points = hash.hash(
            IntStream.range(0, Oprf.USEFUL).mapToObj(i -> new byte[] {(byte) i}).toList());
    private final Derivation derivation;
    private volatile Object kept = "";

    /** Opens the example keys in the folder. */
    public PseudonymParts(Path keys) throws GeneralSecurityException {
        try (HolderStore storeA = open(keys, "a");
                HolderStore storeB = open(keys, "b")) {
            a = HolderA.of(storeA);
            b = new HolderB(storeB, 1);
        }
        pseudonymizer = new DirectPseudonymizer(a, b.layers());
        Provider provider = NativeProvider.find().orElseThrow();
        ECPrivateKeySpec key = new ECPrivateKeySpec(SCALAR, EncodedPoint.P256);
        derivation = new ProviderDerivation(
                provider, KeyFactory.getInstance("EC", provider).generatePrivate(key));
    }

    private static HolderStore open(Path keys, String holder) {
        HolderFiles files = new HolderFiles(keys.resolve(holder + ".bcfks"), keys.resolve(holder + ".wachtzin"));
        return HolderStore.open(files, ExampleKeys.ALLOWED);
    }

    /** The numbers that are evaluated together. */
    public static int together() {
        return Oprf.USEFUL;
    }

    /** The derivations that fix the signs, for each number. */
    public static double signs() {
        return 1.0 / SignGroup.MOST;
    }

    /** The last result, so that no step can be left out as useless. */
    public Object kept() {
        return kept;
    }

    /** The pseudonymizer under the example keys. */
    public Pseudonymizer pseudonymizer() {
        return pseudonymizer;
    }

    /** The whole, in bulk, on all cores. */
    public void linkage(List<Pgn> numbers) {
        kept = pseudonymizer.linkage(numbers);
    }

    /** The OPRF alone, of numbers together, on this core. */
    public void oprf(List<Pgn> numbers) {
        kept = a.oprf(1).evaluate(encoded(numbers));
    }

    /** The OPRF alone, of each number by itself, on this core. */
    public void oprfOneByOne(List<Pgn> numbers) {
        encoded(numbers).forEach(cid -> kept = a.oprf(1).evaluate(cid));
    }

    /** Hash to the curve alone. */
    public void hashToCurve(List<Pgn> numbers) {
        kept = hash.hash(encoded(numbers));
    }

    /** The layers of the linkage keys alone. */
    public void layers(List<Pgn> numbers) {
        encoded(numbers).forEach(cid -> kept = b.layers().over(cid));
    }

    /** As many bare derivations by the native library. */
    public void derivations(List<Pgn> numbers) {
        kept = derivation.derive(points.subList(0, numbers.size()));
    }

    /** As many blinded multiplications by Bouncy Castle. */
    public void libraryMultiplications(List<Pgn> numbers) {
        kept = library.multiply(points.subList(0, numbers.size()));
    }

    private static List<byte[]> encoded(List<Pgn> numbers) {
        return numbers.stream()
                .map(number -> number.canonical(Reveal.forKeyedHashing()))
                .toList();
    }
}
