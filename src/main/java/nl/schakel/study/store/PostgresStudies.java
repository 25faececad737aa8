package nl.schakel.study.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Zone;
import nl.schakel.school.SchoolYear;
import nl.schakel.study.AgeRecipient;
import nl.schakel.study.Grade;
import nl.schakel.study.Period;
import nl.schakel.study.RequestedVariable;
import nl.schakel.study.Review;
import nl.schakel.study.ReviewRole;
import nl.schakel.study.Studies;
import nl.schakel.study.Study;
import nl.schakel.study.StudyCode;
import nl.schakel.study.StudyId;
import nl.schakel.study.StudyOverview;
import nl.schakel.study.StudyRefused;
import nl.schakel.study.StudyRequest;
import nl.schakel.study.StudyState;
import nl.schakel.study.Verdict;

/** Requests and reviews in the schema {@code study}. */
@Dependent
public class PostgresStudies implements Studies {
    private static final String OVERVIEW =
            "select s.id, s.code, s.title, s.institution, s.applicant, s.state, s.state_since,"
                    + " (select count(*) from study.variable v where v.study_id = s.id) as variables from study.study s ";
    private final Cold cold;
    private final StudyReader reader;
    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    public PostgresStudies(Database database, AuditTrail trail, Clock clock) {
        this.cold = new Cold(database);
        this.reader = new StudyReader(cold);
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public StudyCode newCode(int year) {
        int number = cold.query(
                        "insert into study.numbering (year, last) values (?, 1)"
                                + " on conflict (year) do update set last = numbering.last + 1 returning last",
                        row -> row.getInt(1),
                        year)
                .get(0);
        return StudyCode.of(year, number);
    }

    @Override
    public void add(Study study, AuditEntry entry) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        cold.update(
                "insert into study.study (id, code, applicant, state, round, title, purpose, institution,"
                        + " school_years, grades, created_at, state_since) values (?, ?, ?, ?, ?, '', '', '', '{}', '{}', ?, ?)",
                study.id().value(),
                study.code().value(),
                study.applicant().value(),
                study.state().name(),
                study.round(),
                now,
                now);
        writeContent(study);
        trail.append(Zone.COLD, entry);
    }

    @Override
    public Optional<Study> find(StudyId id) {
        return reader.find(id, "");
    }

    @Override
    public Study hold(StudyId id) {
        return reader.find(id, " for update").orElseThrow(StudyRefused.Unknown::new);
    }

    @Override
    public void change(Study study, AuditEntry entry) {
        writeContent(study);
        writeState(study);
        trail.append(Zone.COLD, entry);
    }

    @Override
    public void review(Study after, Review review, AuditEntry entry) {
        cold.update(
                "insert into study.review (study_id, round, side, reviewer, applicant, verdict, reason, reviewed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                after.id().value(),
                review.round(),
                review.role().name(),
                review.reviewer().value(),
                after.applicant().value(),
                review.verdict().name(),
                review.reason(),
                review.at().atOffset(ZoneOffset.UTC));
        writeState(after);
        trail.append(Zone.COLD, entry);
    }

    @Override
    public List<Review> reviews(StudyId id) {
        return cold.query(
                "select round, side, reviewer, verdict, reason, reviewed_at from study.review"
                        + " where study_id = ? order by round, reviewed_at",
                row -> new Review(
                        ReviewRole.valueOf(row.getString("side")),
                        new StaffId(row.getObject("reviewer", UUID.class)),
                        row.getInt("round"),
                        Verdict.valueOf(row.getString("verdict")),
                        row.getString("reason"),
                        row.getObject("reviewed_at", OffsetDateTime.class).toInstant()),
                id.value());
    }

    @Override
    public List<StudyOverview> ofTeam(StaffId person) {
        return cold.query(
                OVERVIEW + "where s.applicant = ? or exists (select 1 from study.team_member m"
                        + " where m.study_id = s.id and m.staff = ?) order by s.created_at desc limit 500",
                PostgresStudies::overview,
                person.value(),
                person.value());
    }

    @Override
    public List<StudyOverview> handedIn() {
        return cold.query(
                OVERVIEW + "where s.round > 0 order by (s.state <> 'SUBMITTED'), s.state_since limit 500",
                PostgresStudies::overview);
    }

    private static StudyOverview overview(ResultSet row) throws SQLException {
        return new StudyOverview(
                new StudyId(row.getObject("id", UUID.class)),
                new StudyCode(row.getString("code")),
                row.getString("title"),
                row.getString("institution"),
                new StaffId(row.getObject("applicant", UUID.class)),
                StudyState.valueOf(row.getString("state")),
                row.getInt("variables"),
                row.getObject("state_since", OffsetDateTime.class).toInstant());
    }

    private void writeState(Study study) {
        cold.update(
                "update study.study set state = ?, round = ?,"
                        + " state_since = case when state = ? then state_since else ? end where id = ?",
                study.state().name(),
                study.round(),
                study.state().name(),
                clock.instant().atOffset(ZoneOffset.UTC),
                study.id().value());
    }

    private void writeContent(Study study) {
        StudyRequest request = study.request();
        UUID id = study.id().value();
        cold.update(
                "update study.study set title = ?, purpose = ?, institution = ?, school_years = ?, grades = ?,"
                        + " period_from = ?::date, period_until = ?::date, end_date = ?::date, recipient = ? where id = ?",
                request.title(),
                request.purpose(),
                request.institution(),
                request.population().schoolYears().stream()
                        .mapToInt(SchoolYear::start)
                        .toArray(),
                request.population().grades().stream().mapToInt(Grade::number).toArray(),
                request.period().map(Period::from).orElse(null),
                request.period().map(Period::until).orElse(null),
                request.endDate().orElse(null),
                request.recipient().map(AgeRecipient::value).orElse(null),
                id);
        cold.update("delete from study.team_member where study_id = ?", id);
        for (StaffId member : request.team()) {
            cold.update("insert into study.team_member (study_id, staff) values (?, ?)", id, member.value());
        }
        writeVariables(id, request.variables());
    }

    private void writeVariables(UUID id, List<RequestedVariable> variables) {
        cold.update("delete from study.variable where study_id = ?", id);
        int position = 0;
        for (RequestedVariable variable : variables) {
            cold.update(
                    "insert into study.variable (study_id, position, name, reason) values (?, ?, ?, ?)",
                    id,
                    position++,
                    variable.variable().value(),
                    variable.reason());
        }
    }
}
