package nl.schakel.linkage.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.schakel.linkage.Counts;
import nl.schakel.linkage.Outcome;
import nl.schakel.linkage.RunId;
import nl.schakel.linkage.RunReport;

/** The counts of a run: made once, when it finishes, and kept, since later withdrawals take rows away. */
final class Tallies {
    private static final String MAKE =
            """
            insert into linkage.count (run_id, dimension, value, outcome, persons)
            select ?, 'method', l.method, l.outcome, count(*) from linkage.link l where l.run_id = ? group by 3, 4
            union all
            select ?, t.dimension, t.value, t.outcome, t.persons from linkage.tally(?) t
            """;
    private static final String READ =
            """
            select dimension, value, outcome, persons from linkage.count where run_id = ? order by 1, 2, 3
            """;

    private Tallies() {}

    /** Counts and keeps the counts. */
    static RunReport make(Connection connection, RunId run) throws SQLException {
        try (PreparedStatement make = connection.prepareStatement(MAKE)) {
            for (int i = 1; i <= 4; i++) {
                make.setObject(i, run.value());
            }
            make.execute();
        }
        return read(connection, run);
    }

    /** The kept counts. */
    static RunReport read(Connection connection, RunId run) throws SQLException {
        Counts all = new Counts(Map.of());
        SortedMap<String, Long> methods = new TreeMap<>();
        SortedMap<String, SortedMap<String, Counts>> breakdowns = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement(READ)) {
            query.setObject(1, run.value());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Outcome outcome = Outcome.valueOf(row.getString(3));
                    long persons = row.getLong(4);
                    if (row.getString(1).equals("method")) {
                        all = all.plus(outcome, persons);
                        methods.merge(row.getString(2), persons, Long::sum);
                    } else {
                        breakdowns
                                .computeIfAbsent(row.getString(1), dimension -> new TreeMap<>())
                                .merge(
                                        row.getString(2),
                                        new Counts(Map.of(outcome, persons)),
                                        (before, more) -> before.plus(outcome, persons));
                    }
                }
            }
        }
        return new RunReport(all, methods, breakdowns);
    }
}
