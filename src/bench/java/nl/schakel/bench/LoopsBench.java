package nl.schakel.bench;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import nl.schakel.pseudonym.crypto.PseudonymParts;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** {@code deploy/bench loops}: the hot loops under JMH, with the ratio of the OPRF to the primitives that it is made of. */
public final class LoopsBench {
    private static final int WARM_UPS = 4;
    private static final int ITERATIONS = 6;

    private LoopsBench() {}

    /** No arguments. */
    public static void main(String[] arguments) throws RunnerException {
        Map<String, Double> microseconds = new HashMap<>();
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(PseudonymLoops.class.getName())
                        .warmupIterations(WARM_UPS)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(ITERATIONS)
                        .measurementTime(TimeValue.seconds(1))
                        .forks(1)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run()) {
            microseconds.put(
                    result.getPrimaryResult().getLabel(),
                    result.getPrimaryResult().getScore() / PseudonymParts.together());
        }
        print(System.out, microseconds);
    }

    private static void print(PrintStream out, Map<String, Double> microseconds) {
        microseconds.forEach(
                (loop, each) -> out.printf(Locale.ROOT, "%-16s %10.2f microseconds a number, one core%n", loop, each));
        double primitives =
                microseconds.getOrDefault("hashToCurve", 0.0) + microseconds.getOrDefault("derivation", 0.0);
        out.printf(
                Locale.ROOT,
                "primitives (hash to curve, one derivation) / OPRF: %.1f %%%n",
                100 * primitives / microseconds.getOrDefault("oprf", Double.NaN));
    }
}
