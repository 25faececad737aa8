package nl.schakel.study;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.schakel.audit.StaffId;

/**
 * What the applicant asks. A draft may be incomplete: blank texts, empty sets and absent dates are values; {@link
 * Completeness} says what is missing.
 *
 * @param purpose the question to be answered and why it is of public interest
 * @param team who will work with the data besides the applicant; they may download, and may not review
 * @param variables each once, in the applicant's order
 * @param endDate the last day on which the data may be held
 * @param recipient the researcher's key, to which packages are encrypted
 */
public record StudyRequest(
        String title,
        String purpose,
        String institution,
        Set<StaffId> team,
        List<RequestedVariable> variables,
        Population population,
        Optional<Period> period,
        Optional<LocalDate> endDate,
        Optional<AgeRecipient> recipient) {

    /** Takes copies. */
    public StudyRequest {
        team = Set.copyOf(team);
        variables = List.copyOf(variables);
    }

    /** A request in which nothing is filled in. */
    public static StudyRequest empty() {
        return new StudyRequest(
                "",
                "",
                "",
                Set.of(),
                List.of(),
                Population.none(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same without this person in the team: the applicant needs no place there. */
    StudyRequest without(StaffId person) {
        Set<StaffId> others = new HashSet<>(team);
        others.remove(person);
        return new StudyRequest(title, purpose, institution, others, variables, population, period, endDate, recipient);
    }
}
