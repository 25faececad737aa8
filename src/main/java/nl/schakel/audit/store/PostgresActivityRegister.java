package nl.schakel.audit.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nl.schakel.audit.ActivityField;
import nl.schakel.audit.ActivityRegister;
import nl.schakel.audit.HeadField;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.ProcessingRegister;
import nl.schakel.audit.RegisterText;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;

/** The register in {@code audit.processing_activity} and {@code audit.register_head}; a field is a column of its name. */
@Dependent
class PostgresActivityRegister implements ActivityRegister {
    private final Database database;
    private final InForce inForce;

    @Inject
    PostgresActivityRegister(Database database, InForce inForce) {
        this.database = database;
        this.inForce = inForce;
    }

    @Override
    public ProcessingRegister read() {
        return read(database.statements(Zone.AUDITOR));
    }

    @Override
    public ProcessingRegister hold() {
        Statements statements = database.statements(Zone.LOG);
        statements.number("select 1 from pg_advisory_xact_lock(hashtext('audit.processing_activity'))");
        return read(statements);
    }

    private static ProcessingRegister read(Statements statements) {
        List<RegisterText<HeadField>> heads = statements.list(
                "select * from audit.register_head order by version desc", row -> text(row, HeadField.class));
        Map<String, List<RegisterText<ActivityField>>> byName = new TreeMap<>();
        statements.each(
                "select * from audit.processing_activity order by name, version desc",
                row -> byName.computeIfAbsent(row.getString("name"), name -> new ArrayList<>())
                        .add(text(row, ActivityField.class)));
        Map<String, List<RegisterText<ActivityField>>> ordered = new LinkedHashMap<>();
        for (ProcessingActivity activity : ProcessingActivity.values()) {
            List<RegisterText<ActivityField>> versions = byName.remove(activity.word());
            if (versions != null) {
                ordered.put(activity.word(), versions);
            }
        }
        ordered.putAll(byName);
        return new ProcessingRegister(heads, ordered);
    }

    private static <F extends Enum<F>> RegisterText<F> text(ResultSet row, Class<F> kind) throws SQLException {
        Map<F, String> fields = new EnumMap<>(kind);
        for (F field : kind.getEnumConstants()) {
            fields.put(field, row.getString(column(field)));
        }
        return new RegisterText<>(
                row.getInt("version"),
                row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                fields);
    }

    private static String column(Enum<?> field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void addHead(RegisterText<HeadField> head) {
        database.statements(Zone.LOG)
                .update(
                        "insert into audit.register_head (version, valid_from, controller, processor, officer, transfers,"
                                + " measures) values (?, ?, ?, ?, ?, ?, ?)",
                        head.version(),
                        head.validFrom(),
                        head.get(HeadField.CONTROLLER),
                        head.get(HeadField.PROCESSOR),
                        head.get(HeadField.OFFICER),
                        head.get(HeadField.TRANSFERS),
                        head.get(HeadField.MEASURES));
    }

    @Override
    public void add(ProcessingActivity activity, RegisterText<ActivityField> text) {
        database.statements(Zone.LOG)
                .update(
                        "insert into audit.processing_activity (id, name, version, valid_from, title, purpose, basis,"
                                + " subjects, data, recipients, retention) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        activity.uri(text.version()),
                        activity.word(),
                        text.version(),
                        text.validFrom(),
                        text.get(ActivityField.TITLE),
                        text.get(ActivityField.PURPOSE),
                        text.get(ActivityField.BASIS),
                        text.get(ActivityField.SUBJECTS),
                        text.get(ActivityField.DATA),
                        text.get(ActivityField.RECIPIENTS),
                        text.get(ActivityField.RETENTION));
    }

    @Override
    public void putInForce(Map<ProcessingActivity, Integer> versions) {
        inForce.put(versions);
    }
}
