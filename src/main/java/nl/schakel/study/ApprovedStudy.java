package nl.schakel.study;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.schakel.audit.StaffId;
import nl.schakel.catalogue.VariableName;

/**
 * A study that both reviewers approved: the only thing from which an extract can be built. Everything the draft could
 * leave open is present.
 *
 * @param team everybody who may download, the applicant included
 * @param pseudonymVersion version of the study's pseudonyms, from 1; the same version gives the same pseudonyms
 */
public record ApprovedStudy(
        StudyId id,
        StudyCode code,
        StaffId applicant,
        Set<StaffId> team,
        String title,
        String purpose,
        String institution,
        List<RequestedVariable> variables,
        Population population,
        Period period,
        LocalDate endDate,
        AgeRecipient recipient,
        Instant approvedAt,
        int pseudonymVersion) {

    /** Takes copies. */
    public ApprovedStudy {
        team = Set.copyOf(team);
        variables = List.copyOf(variables);
    }

    /** The names of the granted variables, in the applicant's order. */
    public List<VariableName> variableNames() {
        return variables.stream().map(RequestedVariable::variable).toList();
    }

    /** Whether data of this study may still be built, released or downloaded on that day. */
    public boolean openOn(LocalDate day) {
        return !day.isAfter(endDate);
    }

    /** Whether the person is the applicant or a team member: may download, may not release. */
    public boolean isTeam(StaffId person) {
        return applicant.equals(person) || team.contains(person);
    }
}
