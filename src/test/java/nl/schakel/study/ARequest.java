package nl.schakel.study;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.schakel.audit.Actor;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.catalogue.VariableName;
import nl.schakel.school.SchoolYear;

/** Requests and people for tests. */
public final class ARequest {
    /** The moment at which tests take place. */
    public static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    /** The recipient printed in the README of age. */
    public static final AgeRecipient RECIPIENT =
            new AgeRecipient("age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p");

    private ARequest() {}

    /** A complete request with this team. */
    public static StudyRequest complete(StaffId... team) {
        return new StudyRequest(
                "Rekenen na de sluiting",
                "Hoeveel leerlingen haalden hun achterstand in?",
                "Universiteit Zevenwolden",
                Set.of(team),
                List.of(
                        new RequestedVariable(new VariableName("geslacht"), "verschillen tussen meisjes en jongens"),
                        new RequestedVariable(new VariableName("leerjaar"), "groei tussen leerjaren")),
                Population.of(Set.of(new SchoolYear(2019), new SchoolYear(2020)), Set.of()),
                Optional.of(new Period(LocalDate.of(2019, 8, 1), LocalDate.of(2021, 7, 31))),
                Optional.of(LocalDate.of(2028, 1, 31)),
                Optional.of(RECIPIENT));
    }

    /** A draft of this applicant. */
    public static Study draft(StaffId applicant, StaffId... team) {
        StudyCode code = StudyCode.of(2026, 1);
        return new Study(new StudyId(UUID.randomUUID()), code, applicant, StudyState.DRAFT, 0, complete(team));
    }

    /** A request in its first round of review. */
    public static Study submitted(StaffId applicant, StaffId... team) {
        return draft(applicant, team).to(StudyState.SUBMITTED).nextRound();
    }

    /** What an approved request becomes. */
    public static ApprovedStudy approved(StaffId applicant, StaffId... team) {
        StudyRequest request = complete(team);
        return new ApprovedStudy(
                new StudyId(UUID.randomUUID()),
                StudyCode.of(2026, 1),
                applicant,
                Set.of(team),
                request.title(),
                request.purpose(),
                request.institution(),
                request.variables(),
                request.population(),
                request.period().orElseThrow(),
                request.endDate().orElseThrow(),
                RECIPIENT,
                NOW,
                1);
    }

    /** Somebody new with these roles, none of them the school's. */
    public static Actor somebody(Role... roles) {
        return new Actor(new StaffId(UUID.randomUUID()), Set.of(roles), Optional.empty());
    }
}
