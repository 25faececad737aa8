package nl.schakel.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import nl.schakel.pseudonym.crypto.PseudonymParts;
import nl.schakel.pupil.Pgn;

/**
 * {@code deploy/bench pseudonym}: distinct numbers per second of a pupil list in bulk, the share of the OPRF in it and its
 * ratio to the library's bare multiplications, all in one run. Single steps are timed in CPU seconds of their thread, so
 * that a busy machine does not tilt the ratios; the bulk is timed on the wall. Rounds alternate; medians are printed.
 */
public final class PseudonymBench {
    private static final int ROUNDS = 9;
    private static final int WARM_UP = 3;
    private static final int SINGLES = 400;
    private static final double NANOS = 1e9;

    private final PseudonymParts parts;
    private final List<Pgn> numbers;

    private PseudonymBench(Path keys, int count) {
        this.parts = new PseudonymParts(keys);
        this.numbers = numbers(count);
    }

    /** Arguments: folder of the example keys (default {@code keys-example}), numbers in the list (default 20,000). */
    public static void main(String[] arguments) {
        Path keys = Path.of(arguments.length > 0 ? arguments[0] : "keys-example");
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
        new PseudonymBench(keys, count).run(System.out);
    }

    private void run(PrintStream out) {
        Map<String, Consumer<Pgn>> steps = new LinkedHashMap<>();
        steps.put("linkage", parts::linkage);
        steps.put("oprf", parts::oprf);
        steps.put("hash-to-curve", parts::hashToCurve);
        steps.put("layers", parts::layers);
        steps.put("bc-fixed-point", parts::fixedPoint);
        steps.put("bc-any-point", parts::anyPoint);
        Map<String, double[]> seconds = new LinkedHashMap<>();
        steps.keySet().forEach(step -> seconds.put(step, new double[ROUNDS]));
        double[] bulk = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (Map.Entry<String, Consumer<Pgn>> step : steps.entrySet()) {
                double spent = cpuSeconds(step.getValue(), round + WARM_UP);
                if (round >= 0) {
                    seconds.getOrDefault(step.getKey(), bulk)[round] = spent;
                }
            }
            double spent = bulkSeconds(round + WARM_UP);
            if (round >= 0) {
                bulk[round] = spent;
            }
        }
        print(out, seconds, median(bulk));
    }

    private double cpuSeconds(Consumer<Pgn> step, int round) {
        int from = round * SINGLES % (numbers.size() - SINGLES);
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        numbers.subList(from, from + SINGLES).forEach(step);
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / NANOS / SINGLES;
    }

    private double bulkSeconds(int round) {
        int size = numbers.size() / (ROUNDS + WARM_UP);
        long start = System.nanoTime();
        parts.linkage(numbers.subList(round * size, (round + 1) * size));
        return (System.nanoTime() - start) / NANOS / size;
    }

    private static void print(PrintStream out, Map<String, double[]> seconds, double bulk) {
        ToDoubleFunction<String> each = step -> median(seconds.getOrDefault(step, new double[1]));
        out.printf(Locale.ROOT, "%-34s %12s %12s%n", "step", "per second", "microseconds");
        seconds.keySet().forEach(step -> row(out, step + " (one core)", each.applyAsDouble(step)));
        int cores = Runtime.getRuntime().availableProcessors();
        row(out, "pseudonym list (" + cores + " cores, wall)", bulk);
        double whole = each.applyAsDouble("linkage");
        double oprf = each.applyAsDouble("oprf");
        out.printf(Locale.ROOT, "%-46s %8.2f%n", "share of the OPRF in a linkage", oprf / whole);
        ratio(out, "OPRF / bare multiplication of any point", each.applyAsDouble("bc-any-point"), oprf);
        ratio(out, "OPRF / bare multiplication of the fixed point", each.applyAsDouble("bc-fixed-point"), oprf);
        ratio(out, "list / (linkage on one core x cores)", whole / cores, bulk);
    }

    private static void ratio(PrintStream out, String name, double bare, double measured) {
        out.printf(Locale.ROOT, "%-46s %8.2f%n", name + ", rates", bare / measured);
    }

    private static void row(PrintStream out, String step, double seconds) {
        out.printf(Locale.ROOT, "%-34s %12.0f %12.2f%n", step, 1 / seconds, seconds * 1e6);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static List<Pgn> numbers(int count) {
        List<Pgn> numbers = new ArrayList<>(count);
        for (int candidate = 123_000_000; numbers.size() < count; candidate++) {
            Pgn.parse(Integer.toString(candidate)).ifPresent(numbers::add);
        }
        return numbers;
    }
}
