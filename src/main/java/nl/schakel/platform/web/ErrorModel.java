package nl.schakel.platform.web;

import java.util.List;
import java.util.Optional;
import nl.schakel.platform.problem.Fault;

/**
 * What the error page shows.
 *
 * @param status HTTP status
 * @param detail what is wrong and what to do
 * @param faults everything wrong in what was sent
 * @param reference number for the operator, for a defect
 */
public record ErrorModel(int status, String detail, List<Fault> faults, Optional<String> reference) {
    static ErrorModel of(Problem problem, Texts texts) {
        return new ErrorModel(problem.status(), problem.detail(texts), problem.faults(), problem.reference());
    }
}
