package nl.schakel.study.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Rows;
import nl.schakel.platform.database.Zone;
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
    private final Rows rows;

    @Inject
    public PostgresApprovedStudies(Database database) {
        this.rows = database.rows(Zone.COLD);
    }

    @Override
    public Optional<ApprovedStudy> find(StudyId id) {
        return rows.read(manager -> Optional.ofNullable(manager.find(StudyRow.class, id.value()))
                .filter(row -> row.study().state() == StudyState.APPROVED)
                .map(row -> approved(row.study(), row.stateSince())));
    }

    private static ApprovedStudy approved(Study study, Instant since) {
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
                since,
                PSEUDONYM_VERSION);
    }

    private static Set<StaffId> team(Study study) {
        Set<StaffId> team = new HashSet<>(study.request().team());
        team.add(study.applicant());
        return team;
    }
}
