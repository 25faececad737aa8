package nl.schakel.register.format;

import java.util.ArrayList;
import java.util.List;
import nl.schakel.platform.problem.Fault;
import nl.schakel.register.FileType;
import nl.schakel.register.RegisterRefused;
import nl.schakel.register.RegisterRule;

/** What is wrong with one file: the first hundred faults, and how many there are. */
final class FileFaults {
    private static final int KEPT = 100;
    private final FileType type;
    private final String name;
    private final List<Fault> faults = new ArrayList<>();
    private long count;
    private long line;

    FileFaults(FileType type, String name) {
        this.type = type;
        this.name = name;
    }

    FileType type() {
        return type;
    }

    long line() {
        return line;
    }

    /** The line being read. */
    void at(long newLine) {
        line = newLine;
    }

    void add(RegisterRule rule, String column) {
        count++;
        if (faults.size() < KEPT) {
            faults.add(rule.at(name, line, column));
        }
    }

    /** How many faults there are. */
    long count() {
        return count;
    }

    /**
     * Ends the file where it has faults.
     *
     * @throws RegisterRefused.RowsWrong with all of them
     */
    void refuseIfAny() {
        if (count > 0) {
            throw new RegisterRefused.RowsWrong(type, faults, count);
        }
    }
}
