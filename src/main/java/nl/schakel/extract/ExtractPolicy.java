package nl.schakel.extract;

import java.time.Instant;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.Role;
import nl.schakel.school.SchoolYear;
import nl.schakel.study.ApprovedStudy;
import nl.schakel.study.StudyRefused;

/** Who may build and see extracts. */
final class ExtractPolicy {
    private ExtractPolicy() {}

    /** A researcher or a steward builds. */
    static void requireBuilder(Actor actor) {
        if (!actor.has(Role.RESEARCHER) && !actor.has(Role.STEWARD)) {
            throw new AuditRefused.NotAllowed(Role.RESEARCHER);
        }
    }

    /** The study where it is this person's and has not ended; a researcher builds for an own study only. */
    static ApprovedStudy requireOpen(Actor actor, ApprovedStudy study, Instant at) {
        if (!actor.has(Role.STEWARD) && !study.isTeam(actor.staff())) {
            throw new StudyRefused.NotApproved();
        }
        if (!study.openOn(SchoolYear.dayOf(at))) {
            throw new ExtractRefused.StudyEnded();
        }
        return study;
    }

    /** A researcher who belongs to the study's team, whoever built the extract. */
    static boolean isTeam(Actor actor, ApprovedStudy study) {
        return actor.has(Role.RESEARCHER) && study.isTeam(actor.staff());
    }

    /** Stewards and privacy officers see every extract, others those they built. */
    static boolean maySee(Actor actor, BuiltExtract extract) {
        return actor.has(Role.STEWARD)
                || actor.has(Role.PRIVACY_OFFICER)
                || extract.builtBy().equals(actor.staff());
    }
}
