package nl.schakel.demo;

import java.io.PrintStream;
import java.util.Locale;

/** Draws a bar that moves on a terminal; on anything else it prints a line per task. Thread-safe. */
public final class TerminalProgress implements Progress {
    private static final int WIDTH = 30;
    private static final int NAME = 28;

    private final PrintStream out;
    private final boolean terminal;
    private int drawn = -1;

    /**
     * Prints to this stream.
     *
     * @param terminal whether a line can be drawn over
     */
    public TerminalProgress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void at(String task, long done, long total) {
        int filled = total == 0 ? WIDTH : (int) (done * WIDTH / total);
        if (terminal && filled != drawn) {
            out.printf(
                    Locale.ROOT,
                    "\r%-" + NAME + "s [%s%s] %d/%d",
                    task,
                    "#".repeat(filled),
                    " ".repeat(WIDTH - filled),
                    done,
                    total);
            out.flush();
            drawn = filled;
        }
    }

    @Override
    public synchronized void ended(String task, String outcome) {
        String start = terminal ? "\r" : "";
        String rest = terminal ? " ".repeat(WIDTH) : "";
        out.printf(Locale.ROOT, "%s%-" + NAME + "s %s%s%n", start, task, outcome, rest);
        drawn = -1;
    }
}
