package nl.schakel.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import nl.schakel.pseudonym.crypto.PseudonymParts;
import nl.schakel.pupil.Pgn;

/**
 * {@code deploy/bench pseudonym}: distinct numbers per second of a list in direct mode, alone and stored and audited, and
 * their ratio to the bare primitives, all in one run: to one derivation and one hash to the curve, and to the derivations
 * that are called, with those that fix the signs. Single steps are timed in CPU seconds of their thread, so that a
 * busy machine does not tilt the ratios; lists are timed on the wall. Rounds alternate; medians are printed.
 */
public final class PseudonymBench {
    private static final int ROUNDS = 9;
    private static final int WARM_UP = 6;
    private static final int PIECES = 8;
    private static final double NANOS = 1e9;

    private final PseudonymParts parts;
    private final NumbersStored stored;
    private final List<Pgn> numbers;
    private final int list;

    private PseudonymBench(Path keys, int list) throws Exception {
        this.parts = new PseudonymParts(keys);
        this.stored = new NumbersStored(parts.pseudonymizer());
        this.list = list;
        this.numbers = numbers(2 * (ROUNDS + WARM_UP) * list);
    }

    /** Arguments: folder of the example keys (default {@code keys-example}), numbers in a list (default 20,000). */
    public static void main(String[] arguments) throws Exception {
        Path keys = Path.of(arguments.length > 0 ? arguments[0] : "keys-example");
        int list = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
        new PseudonymBench(keys, list).run(System.out);
    }

    private void run(PrintStream out) throws Exception {
        Map<String, Consumer<List<Pgn>>> steps = new LinkedHashMap<>();
        steps.put("hash-to-curve", parts::hashToCurve);
        steps.put("native derivation", parts::derivations);
        steps.put("oprf, " + PseudonymParts.together() + " together", parts::oprf);
        steps.put("oprf, one by one", parts::oprfOneByOne);
        steps.put("layers", parts::layers);
        steps.put("library's multiplication", parts::libraryMultiplications);
        Map<String, double[]> seconds = new LinkedHashMap<>();
        steps.keySet().forEach(step -> seconds.put(step, new double[ROUNDS]));
        double[] tokens = new double[ROUNDS];
        double[] whole = new double[ROUNDS];
        double[] spent = new double[ROUNDS];
        double[] twoAtOnce = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (Map.Entry<String, Consumer<List<Pgn>>> step : steps.entrySet()) {
                keep(seconds.getOrDefault(step.getKey(), tokens), round, cpuSeconds(step.getValue()));
            }
            int from = 2 * (round + WARM_UP) * list;
            List<Pgn> some = numbers.subList(from, from + list);
            long start = System.nanoTime();
            parts.linkage(some);
            keep(tokens, round, (System.nanoTime() - start) / NANOS / list);
            start = System.nanoTime();
            double cpu = processCpuSeconds();
            double database = stored.store(some);
            keep(spent, round, (processCpuSeconds() - cpu + database) / list);
            keep(whole, round, (System.nanoTime() - start) / NANOS / list);
            keep(twoAtOnce, round, storedAtOnce(numbers.subList(from + list, from + 2 * list)));
        }
        print(out, seconds, new double[] {Median.of(tokens), Median.of(whole), Median.of(spent), Median.of(twoAtOnce)});
    }

    /** Seconds a number, on the wall, where two schools deliver half of the numbers each at the same time. */
    private double storedAtOnce(List<Pgn> some) throws Exception {
        int half = some.size() / 2;
        long start = System.nanoTime();
        FutureTask<Double> other = new FutureTask<>(() -> stored.store(some.subList(0, half)));
        new Thread(other).start();
        stored.store(some.subList(half, some.size()));
        other.get();
        return (System.nanoTime() - start) / NANOS / some.size();
    }

    private static void keep(double[] values, int round, double value) {
        if (round >= 0) {
            values[round] = value;
        }
    }

    private double cpuSeconds(Consumer<List<Pgn>> step) {
        int together = PseudonymParts.together();
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int piece = 0; piece < PIECES; piece++) {
            step.accept(numbers.subList(piece * together, (piece + 1) * together));
        }
        long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        return spent / NANOS / PIECES / together;
    }

    private static double processCpuSeconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / NANOS;
    }

    /** @param lists seconds a number: of a list, of a stored list, CPU seconds of a stored one, of two stored at once */
    private static void print(PrintStream out, Map<String, double[]> seconds, double[] lists) {
        int cores = Runtime.getRuntime().availableProcessors();
        out.printf(Locale.ROOT, "%-52s %12s %12s%n", "step", "per second", "microseconds");
        seconds.forEach((step, values) -> row(out, step + " (one core, CPU)", Median.of(values)));
        row(out, "list (" + cores + " cores, wall)", lists[0]);
        row(out, "list stored and audited (" + cores + " cores, wall)", lists[1]);
        row(out, "list stored and audited (CPU, service and database)", lists[2]);
        row(out, "two lists at once, stored and audited (wall)", lists[3]);
        double[] none = new double[1];
        double derivation = Median.of(seconds.getOrDefault("native derivation", none));
        double primitives = derivation + Median.of(seconds.getOrDefault("hash-to-curve", none));
        double called = primitives + derivation * PseudonymParts.signs();
        ratio(out, "list / primitives on all cores, wall", primitives / cores / lists[0]);
        ratio(out, "list stored and audited / primitives, wall", primitives / cores / lists[1]);
        ratio(out, "list stored and audited / primitives, CPU", primitives / lists[2]);
        ratio(out, "two lists at once / primitives, wall", primitives / cores / lists[3]);
        ratio(out, "list stored and audited / primitives called, CPU", called / lists[2]);
        ratio(out, "list stored and audited / primitives called, wall", called / cores / lists[1]);
        double library = Median.of(seconds.getOrDefault("library's multiplication", none));
        ratio(out, "native derivation / library's multiplication", library / derivation);
        double oprf = Median.of(seconds.getOrDefault("oprf, " + PseudonymParts.together() + " together", none));
        ratio(out, "OPRF / library's multiplication", library / oprf);
        ratio(out, "share of the OPRF in a stored and audited number, CPU", oprf / lists[2]);
    }

    private static void ratio(PrintStream out, String name, double ratio) {
        out.printf(Locale.ROOT, "%-52s %8.2f%n", name, ratio);
    }

    private static void row(PrintStream out, String step, double seconds) {
        out.printf(Locale.ROOT, "%-52s %12.0f %12.2f%n", step, 1 / seconds, seconds * 1e6);
    }

    private static List<Pgn> numbers(int count) {
        List<Pgn> numbers = new ArrayList<>(count);
        for (int candidate = 123_000_000; numbers.size() < count; candidate++) {
            Pgn.parse(Integer.toString(candidate)).ifPresent(numbers::add);
        }
        return numbers;
    }
}
