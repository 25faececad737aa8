package nl.schakel.study.store;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.database.IdColumn;
import nl.schakel.platform.database.NumbersColumn;
import nl.schakel.school.SchoolYear;
import nl.schakel.study.AgeRecipient;
import nl.schakel.study.Grade;
import nl.schakel.study.Period;
import nl.schakel.study.Population;
import nl.schakel.study.Review;
import nl.schakel.study.Study;
import nl.schakel.study.StudyCode;
import nl.schakel.study.StudyId;
import nl.schakel.study.StudyOverview;
import nl.schakel.study.StudyRequest;
import nl.schakel.study.StudyState;
import org.jspecify.annotations.Nullable;

/** A request with its team, variables and reviews. */
@Entity
@Table(schema = "study", name = "study")
class StudyRow {
    @Id
    private UUID id;

    private String code;
    private UUID applicant;

    @Enumerated(EnumType.STRING)
    private StudyState state;

    private int round;
    private String title;
    private String purpose;
    private String institution;

    @Column(name = "school_years")
    @Convert(converter = NumbersColumn.class)
    private List<Integer> schoolYears;

    @Convert(converter = NumbersColumn.class)
    private List<Integer> grades;

    @Column(name = "period_from")
    private @Nullable LocalDate periodFrom;

    @Column(name = "period_until")
    private @Nullable LocalDate periodUntil;

    @Column(name = "end_date")
    private @Nullable LocalDate endDate;

    private @Nullable String recipient;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "state_since")
    private Instant stateSince;

    @ElementCollection
    @CollectionTable(schema = "study", name = "team_member", joinColumns = @JoinColumn(name = "study_id"))
    @Column(name = "staff")
    @Convert(converter = IdColumn.class)
    private Set<UUID> team = new HashSet<>();

    @ElementCollection
    @CollectionTable(schema = "study", name = "variable", joinColumns = @JoinColumn(name = "study_id"))
    @OrderBy("position")
    private List<VariableRow> variables = new ArrayList<>();

    @ElementCollection
    @CollectionTable(schema = "study", name = "review", joinColumns = @JoinColumn(name = "study_id"))
    @OrderBy("round, reviewedAt")
    private List<ReviewRow> reviews = new ArrayList<>();

    /** For the provider. */
    protected StudyRow() {}

    StudyRow(Study study, Instant at) {
        id = study.id().value();
        code = study.code().value();
        applicant = study.applicant().value();
        createdAt = at;
        write(study, at);
    }

    /** Takes over state, round and content. */
    final void write(Study study, Instant at) {
        writeState(study, at);
        writeContent(study.request());
    }

    /** Takes over state and round; the moment counts where the state is another one. */
    final void writeState(Study study, Instant at) {
        stateSince = study.state() == state ? stateSince : at;
        state = study.state();
        round = study.round();
    }

    private void writeContent(StudyRequest request) {
        title = request.title();
        purpose = request.purpose();
        institution = request.institution();
        schoolYears = request.population().schoolYears().stream()
                .map(SchoolYear::start)
                .toList();
        grades = request.population().grades().stream().map(Grade::number).toList();
        periodFrom = request.period().map(Period::from).orElse(null);
        periodUntil = request.period().map(Period::until).orElse(null);
        endDate = request.endDate().orElse(null);
        recipient = request.recipient().map(AgeRecipient::value).orElse(null);
        team = request.team().stream().map(StaffId::value).collect(Collectors.toSet());
        variables = VariableRow.of(request.variables());
    }

    void add(Review review) {
        reviews.add(new ReviewRow(review, applicant));
    }

    Instant stateSince() {
        return stateSince;
    }

    List<Review> reviews() {
        return reviews.stream().map(ReviewRow::review).toList();
    }

    Study study() {
        return new Study(new StudyId(id), new StudyCode(code), new StaffId(applicant), state, round, request());
    }

    private StudyRequest request() {
        return new StudyRequest(
                title,
                purpose,
                institution,
                team.stream().map(StaffId::new).collect(Collectors.toSet()),
                variables.stream().map(VariableRow::variable).toList(),
                Population.of(
                        schoolYears.stream().map(SchoolYear::new).collect(Collectors.toSet()),
                        grades.stream().map(Grade::new).collect(Collectors.toSet())),
                period(),
                Optional.ofNullable(endDate),
                Optional.ofNullable(recipient).map(AgeRecipient::new));
    }

    private Optional<Period> period() {
        return periodFrom == null || periodUntil == null
                ? Optional.empty()
                : Optional.of(new Period(periodFrom, periodUntil));
    }

    StudyOverview overview(int askedFor) {
        return new StudyOverview(
                new StudyId(id),
                new StudyCode(code),
                title,
                institution,
                new StaffId(applicant),
                state,
                askedFor,
                stateSince);
    }
}
