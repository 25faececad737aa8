package nl.schakel.bench;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.schakel.pseudonym.crypto.PseudonymParts;
import nl.schakel.pupil.Pgn;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The hot loops of LVS-PSN-1 on one core, each over the numbers that are evaluated together. JMH calls them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PseudonymLoops {
    private static final int FIRST = 123_000_000;
    private List<Pgn> numbers = List.of();
    private PseudonymParts parts;

    /** The folder of the example keys is {@code keys-example}, below the folder in which the benchmark is started. */
    @SuppressWarnings("NullAway.Init")
    public PseudonymLoops() {}

    /** Opens the keys and makes the numbers. */
    @Setup
    public void prepare() throws GeneralSecurityException {
        parts = new PseudonymParts(Path.of("keys-example"));
        List<Pgn> made = new ArrayList<>();
        for (int candidate = FIRST; made.size() < PseudonymParts.together(); candidate++) {
            Pgn.parse(Integer.toString(candidate)).ifPresent(made::add);
        }
        numbers = List.copyOf(made);
    }

    /** Hashing to the curve. */
    @Benchmark
    public Object hashToCurve() {
        parts.hashToCurve(numbers);
        return parts.kept();
    }

    /** The native library's x-only derivation, bare. */
    @Benchmark
    public Object derivation() {
        parts.derivations(numbers);
        return parts.kept();
    }

    /** The whole OPRF. */
    @Benchmark
    public Object oprf() {
        parts.oprf(numbers);
        return parts.kept();
    }

    /** The layers of the linkage keys. */
    @Benchmark
    public Object layers() {
        parts.layers(numbers);
        return parts.kept();
    }
}
