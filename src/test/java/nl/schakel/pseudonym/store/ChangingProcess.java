package nl.schakel.pseudonym.store;

import java.sql.Connection;
import java.time.Instant;
import nl.schakel.pseudonym.KeySeries;

/** A change of series in a process of its own, which stops with only the commit to come. */
final class ChangingProcess {
    static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    private ChangingProcess() {}

    /** Arguments: URL and password of zone LINK's role, and the generation to open a change with, or 0 to close one. */
    public static void main(String[] arguments) throws Exception {
        int next = Integer.parseInt(arguments[2]);
        try (Connection connection = RotatingProcess.connect(arguments[0], arguments[1])) {
            PostgresKeyChanges changes = new PostgresKeyChanges(RotatingProcess.database(connection));
            if (next == 0) {
                changes.close(NOW);
            } else {
                changes.open(new KeySeries(1, 1, next, next), NOW);
            }
            RotatingProcess.stopped();
        }
    }
}
