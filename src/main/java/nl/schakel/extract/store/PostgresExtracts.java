package nl.schakel.extract.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.Processing;
import nl.schakel.audit.ProcessingLog;
import nl.schakel.audit.StaffId;
import nl.schakel.audit.Subject;
import nl.schakel.extract.BuiltExtract;
import nl.schakel.extract.ExtractId;
import nl.schakel.extract.ExtractLedger;
import nl.schakel.extract.ExtractMembers;
import nl.schakel.extract.Extracts;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.study.StudyCode;
import nl.schakel.study.StudyId;

/** Extracts in the schema {@code extract}. */
@Dependent
public class PostgresExtracts implements Extracts, ExtractLedger, ExtractMembers {
    private static final String COLUMNS =
            "select id, study_id, study_code, pseudonym_version, built_at, built_by, pupils, columns, needs_consent,"
                    + " risk_report, linkage_report from extract.extract ";

    private final Cold cold;
    private final AuditTrail trail;
    private final ProcessingLog processingLog;
    private final Clock clock;

    @Inject
    public PostgresExtracts(Database database, AuditTrail trail, ProcessingLog processingLog, Clock clock) {
        this.cold = new Cold(database);
        this.trail = trail;
        this.processingLog = processingLog;
        this.clock = clock;
    }

    @Override
    public Optional<BuiltExtract> find(ExtractId id) {
        return extracts("where id = ?", id.value()).stream().findFirst();
    }

    @Override
    public List<BuiltExtract> ofStudy(StudyId study) {
        return extracts("where study_id = ? order by built_at desc, id", study.value());
    }

    @Override
    public List<BuiltExtract> newest(int most) {
        return extracts("order by built_at desc, id limit ?", most);
    }

    private List<BuiltExtract> extracts(String condition, Object parameter) {
        List<BuiltExtract> result = new ArrayList<>();
        cold.query(COLUMNS + condition, row -> result.add(extract(row)), parameter);
        return result;
    }

    private static BuiltExtract extract(ResultSet row) throws SQLException {
        return new BuiltExtract(
                new ExtractId(row.getObject("id", UUID.class)),
                new StudyId(row.getObject("study_id", UUID.class)),
                new StudyCode(row.getString("study_code")),
                row.getInt("pseudonym_version"),
                row.getObject("built_at", OffsetDateTime.class).toInstant(),
                new StaffId(row.getObject("built_by", UUID.class)),
                row.getInt("pupils"),
                row.getInt("columns"),
                row.getBoolean("needs_consent"),
                row.getString("risk_report"),
                row.getString("linkage_report"));
    }

    @Override
    public void record(BuiltExtract extract, Members members, AuditEntry entry, Processing processing) {
        cold.update(
                "insert into extract.extract values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                extract.id().value(),
                extract.study().value(),
                extract.studyCode().value(),
                extract.pseudonymVersion(),
                extract.builtAt().atOffset(ZoneOffset.UTC),
                extract.builtBy().value(),
                extract.pupils(),
                extract.columns(),
                extract.needsConsent(),
                extract.riskReport(),
                extract.linkageReport());
        for (PersonKey person : members.leftOut()) {
            cold.update(
                    "delete from extract.member where extract_id = ? and p = ?",
                    extract.id().value(),
                    person.bytes());
        }
        trail.append(Zone.COLD, entry);
        processingLog.append(
                Zone.COLD,
                processing,
                members.read().stream()
                        .map(person -> Subject.of(person.bytes()))
                        .toList());
    }

    @Override
    public List<PersonKey> of(ExtractId id) {
        List<PersonKey> persons = new ArrayList<>();
        cold.query(
                "select p from extract.member where extract_id = ?",
                row -> persons.add(PersonKey.of(row.getBytes(1))),
                id.value());
        return persons;
    }

    @Override
    public List<ExtractId> holding(PersonKey person) {
        List<ExtractId> ids = new ArrayList<>();
        cold.query(
                "select extract.holding(?)",
                row -> ids.add(new ExtractId(row.getObject(1, UUID.class))),
                person.bytes());
        return ids;
    }

    @Override
    public long withoutBasis(ExtractId id, Instant at) {
        cold.query("select consent.lock_exits_shared()", row -> {});
        Instant held = clock.instant();
        long[] count = new long[1];
        cold.query(
                "select extract.without_basis(?, ?)",
                row -> count[0] = row.getLong(1),
                id.value(),
                (held.isAfter(at) ? held : at).atOffset(ZoneOffset.UTC));
        return count[0];
    }
}
