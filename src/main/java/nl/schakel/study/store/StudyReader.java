package nl.schakel.study.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.schakel.audit.StaffId;
import nl.schakel.catalogue.VariableName;
import nl.schakel.school.SchoolYear;
import nl.schakel.study.AgeRecipient;
import nl.schakel.study.Grade;
import nl.schakel.study.Period;
import nl.schakel.study.Population;
import nl.schakel.study.RequestedVariable;
import nl.schakel.study.Study;
import nl.schakel.study.StudyCode;
import nl.schakel.study.StudyId;
import nl.schakel.study.StudyRequest;
import nl.schakel.study.StudyState;

/** Reads one request with its team and variables. */
final class StudyReader {
    private final Cold cold;

    StudyReader(Cold cold) {
        this.cold = cold;
    }

    /** @param lock SQL after the condition, such as {@code for update} */
    Optional<Study> find(StudyId id, String lock) {
        UUID key = id.value();
        return cold
                .query(
                        "select id, code, applicant, state, round, title, purpose, institution, school_years, grades,"
                                + " period_from, period_until, end_date, recipient from study.study where id = ?"
                                + lock,
                        this::study,
                        key)
                .stream()
                .findFirst();
    }

    private Study study(ResultSet row) throws SQLException {
        StudyId id = new StudyId(row.getObject("id", UUID.class));
        return new Study(
                id,
                new StudyCode(row.getString("code")),
                new StaffId(row.getObject("applicant", UUID.class)),
                StudyState.valueOf(row.getString("state")),
                row.getInt("round"),
                request(row, team(id), variables(id)));
    }

    private static StudyRequest request(ResultSet row, Set<StaffId> team, List<RequestedVariable> variables)
            throws SQLException {
        return new StudyRequest(
                row.getString("title"),
                row.getString("purpose"),
                row.getString("institution"),
                team,
                variables,
                Population.of(
                        numbers(row.getArray("school_years")).stream()
                                .map(SchoolYear::new)
                                .collect(Collectors.toSet()),
                        numbers(row.getArray("grades")).stream().map(Grade::new).collect(Collectors.toSet())),
                period(row),
                Optional.ofNullable(row.getObject("end_date", LocalDate.class)),
                Optional.ofNullable(row.getString("recipient")).map(AgeRecipient::new));
    }

    private static Optional<Period> period(ResultSet row) throws SQLException {
        LocalDate from = row.getObject("period_from", LocalDate.class);
        LocalDate until = row.getObject("period_until", LocalDate.class);
        return from == null || until == null ? Optional.empty() : Optional.of(new Period(from, until));
    }

    private static List<Integer> numbers(Array array) throws SQLException {
        return Arrays.asList((Integer[]) array.getArray());
    }

    private Set<StaffId> team(StudyId id) {
        return new HashSet<>(cold.query(
                "select staff from study.team_member where study_id = ?",
                row -> new StaffId(row.getObject("staff", UUID.class)),
                id.value()));
    }

    private List<RequestedVariable> variables(StudyId id) {
        return cold.query(
                "select name, reason from study.variable where study_id = ? order by position",
                row -> new RequestedVariable(new VariableName(row.getString("name")), row.getString("reason")),
                id.value());
    }
}
