package nl.schakel.release.store;

import java.util.UUID;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.study.ARequest;
import nl.schakel.study.Study;

/** A study in the database, as far as releases refer to it. */
final class StoredStudy {
    private StoredStudy() {}

    static Study of(Database database, StaffId applicant, StaffId colleague) throws Exception {
        Study study = ARequest.draft(applicant, colleague);
        Statements cold = database.statements(Zone.COLD);
        TestPostgres.inTransaction(Zone.COLD, () -> {
            cold.update(
                    "insert into study.study (id, code, applicant, state, round, title, purpose, institution,"
                            + " school_years, grades, created_at, state_since)"
                            + " values (?, ?, ?, 'DRAFT', 0, '', '', '', '{}', '{}', '2026-01-01', '2026-01-01')",
                    study.id().value(),
                    "NPO-2099-" + (100_000 + Math.floorMod(UUID.randomUUID().hashCode(), 900_000)),
                    applicant.value());
            return cold.update(
                    "insert into study.team_member values (?, ?)", study.id().value(), colleague.value());
        });
        return study;
    }
}
