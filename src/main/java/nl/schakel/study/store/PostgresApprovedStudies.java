package nl.schakel.study.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.database.Database;
import nl.schakel.study.ApprovedStudies;
import nl.schakel.study.ApprovedStudy;
import nl.schakel.study.Study;
import nl.schakel.study.StudyId;
import nl.schakel.study.StudyRequest;
import nl.schakel.study.StudyState;

/** Approved studies in the schema {@code study}; the schema guarantees that nothing of an approved one is open. */
@Dependent
public class PostgresApprovedStudies implements ApprovedStudies {
    private static final int PSEUDONYM_VERSION = 1;
    private final Cold cold;
    private final StudyReader reader;

    @Inject
    public PostgresApprovedStudies(Database database) {
        this.cold = new Cold(database);
        this.reader = new StudyReader(cold);
    }

    @Override
    public Optional<ApprovedStudy> find(StudyId id) {
        return reader.find(id, "")
                .filter(study -> study.state() == StudyState.APPROVED)
                .map(this::approved);
    }

    private ApprovedStudy approved(Study study) {
        StudyRequest request = study.request();
        return new ApprovedStudy(
                study.id(),
                study.code(),
                study.applicant(),
                team(study),
                request.title(),
                request.purpose(),
                request.institution(),
                request.variables(),
                request.population(),
                request.period().orElseThrow(),
                request.endDate().orElseThrow(),
                request.recipient().orElseThrow(),
                approvedAt(study),
                PSEUDONYM_VERSION);
    }

    private static Set<StaffId> team(Study study) {
        Set<StaffId> team = new HashSet<>(study.request().team());
        team.add(study.applicant());
        return team;
    }

    private Instant approvedAt(Study study) {
        return cold.query(
                        "select state_since from study.study where id = ?",
                        row -> row.getObject(1, OffsetDateTime.class).toInstant(),
                        study.id().value())
                .get(0);
    }
}
