package nl.schakel.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.schakel.platform.database.Zone;

/** A processing log for plain tests that hands over each operation as a whole when it ends. */
public final class CollectedLog implements ProcessingLog {
    private final Whole whole;

    /** Takes an operation with all its subjects. */
    @FunctionalInterface
    public interface Whole {
        /** Takes it. @return the number of subjects */
        long take(Zone zone, Processing processing, List<Subject> subjects);
    }

    /** Hands over to this. */
    public CollectedLog(Whole whole) {
        this.whole = whole;
    }

    @Override
    public Operation open(Zone zone, ProcessingActivity activity, Instant start) {
        List<Subject> all = new ArrayList<>();
        return new Operation() {
            @Override
            public void add(Iterable<Subject> subjects) {
                subjects.forEach(all::add);
            }

            @Override
            public long finish(Processing processing) {
                return whole.take(zone, processing, all);
            }
        };
    }
}
