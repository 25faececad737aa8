package nl.schakel.bench;

import java.io.PrintStream;
import java.util.Locale;

/**
 * {@code deploy/bench browser}: a school uploads blind in headless Chromium, at the packaged service on the same machine:
 * from the click on the button until the page that says what was accepted has loaded. Every round has other pupils, after
 * rounds that do not count. Beside it, in the same browser and round, noble's bare blind and finalize in one thread; medians
 * are printed.
 */
public final class BrowserBench {
    private static final String SCHOOL = "99AA";
    private static final int WARM_UPS = 2;
    private static final int BUDGET = 100;
    private static final double NANOS = 1e9;

    private final int pupils;
    private final double[] upload;
    private final double[] bare;

    private BrowserBench(int pupils, int rounds) {
        this.pupils = pupils;
        this.upload = new double[rounds];
        this.bare = new double[rounds];
    }

    /** Arguments: pupils in a file (default 1,000), rounds (default 7). */
    public static void main(String[] arguments) {
        int pupils = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
        new BrowserBench(pupils, rounds).run(System.out);
    }

    private void run(PrintStream out) {
        try (SchoolInChromium school = new SchoolInChromium()) {
            school.signIn(SCHOOL);
            out.printf(Locale.ROOT, "Chromium %s, %,d pupils a file%n", school.version(), pupils);
            EdexFiles files = new EdexFiles(SCHOOL, pupils);
            for (int round = -WARM_UPS; round < upload.length; round++) {
                school.choose(files.next());
                long start = System.nanoTime();
                school.send(pupils);
                double perSecond = pupils / ((System.nanoTime() - start) / NANOS);
                double primitives = school.bare();
                if (round >= 0) {
                    upload[round] = perSecond;
                    bare[round] = primitives;
                    report(out, "round " + (round + 1), perSecond, primitives);
                }
            }
        }
        report(out, "median (budget " + BUDGET + ")", Median.of(upload), Median.of(bare));
    }

    private static void report(PrintStream out, String name, double upload, double bare) {
        out.printf(
                Locale.ROOT,
                "%s: %.0f pupils/s from click to receipt; %.0f/s bare in one thread; ratio %.2f%n",
                name,
                upload,
                bare,
                upload / bare);
    }
}
