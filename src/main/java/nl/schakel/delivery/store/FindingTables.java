package nl.schakel.delivery.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.schakel.delivery.Delivery;
import nl.schakel.delivery.DeliveryId;
import nl.schakel.delivery.DeliveryRule;
import nl.schakel.delivery.Findings;
import nl.schakel.delivery.Place;
import nl.schakel.delivery.RowFault;
import nl.schakel.platform.database.Statements;

/** What was found in a file, as codes and places; the words are the rules' own and can change language. */
final class FindingTables {
    private static final Map<String, DeliveryRule> BY_CODE =
            Arrays.stream(DeliveryRule.values()).collect(Collectors.toMap(DeliveryRule::code, Function.identity()));
    private final Statements statements;

    FindingTables(Statements statements) {
        this.statements = statements;
    }

    void write(Delivery delivery, Findings findings) {
        String insert = "insert into delivery.finding (brin, delivery_id, rule, rows) values (?, ?, ?, ?)";
        statements.run(insert, statement -> {
            for (Map.Entry<DeliveryRule, Long> count : counts(findings).entrySet()) {
                head(statement, delivery);
                statement.setString(3, count.getKey().code());
                statement.setLong(4, count.getValue());
                statement.addBatch();
            }
            statement.executeBatch();
        });
        writeFaults(delivery, findings.first());
    }

    private void writeFaults(Delivery delivery, List<RowFault> faults) {
        String insert = "insert into delivery.fault (brin, delivery_id, seq, rule, row_no, line, path) "
                + "values (?, ?, ?, ?, ?, ?, ?)";
        statements.run(insert, statement -> {
            for (int seq = 0; seq < faults.size(); seq++) {
                RowFault fault = faults.get(seq);
                head(statement, delivery);
                statement.setInt(3, seq);
                statement.setString(4, fault.rule().code());
                statement.setLong(5, fault.row());
                statement.setLong(6, fault.place().line());
                statement.setString(7, fault.place().path());
                statement.addBatch();
            }
            statement.executeBatch();
        });
    }

    private static void head(PreparedStatement statement, Delivery delivery) throws SQLException {
        statement.setString(1, delivery.site().brin().value());
        statement.setObject(2, delivery.id().value());
    }

    private static Map<DeliveryRule, Long> counts(Findings findings) {
        Map<DeliveryRule, Long> counts = new EnumMap<>(DeliveryRule.class);
        counts.putAll(findings.refused());
        counts.putAll(findings.warned());
        return counts;
    }

    Findings read(DeliveryId id) {
        Map<DeliveryRule, Long> refused = new EnumMap<>(DeliveryRule.class);
        Map<DeliveryRule, Long> warned = new EnumMap<>(DeliveryRule.class);
        String select = "select rule, rows from delivery.finding where delivery_id = ?";
        statements.each(
                select,
                row -> {
                    DeliveryRule rule = rule(row.getString(1));
                    (rule.refusesRow() ? refused : warned).put(rule, row.getLong(2));
                },
                id.value());
        return new Findings(refused, warned, readFaults(id));
    }

    private List<RowFault> readFaults(DeliveryId id) {
        return statements.list(
                "select row_no, line, path, rule from delivery.fault where delivery_id = ? order by seq",
                row -> new RowFault(
                        row.getLong(1), new Place(row.getLong(2), row.getString(3)), rule(row.getString(4))),
                id.value());
    }

    private static DeliveryRule rule(String code) {
        DeliveryRule rule = BY_CODE.get(code);
        if (rule == null) {
            throw new IllegalStateException("a rule code was taken away: " + code);
        }
        return rule;
    }
}
