package nl.schakel.study;

import java.util.List;
import java.util.Optional;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.StaffId;

/** Port: requests and their reviews. Every method works in the caller's transaction (zone cold). */
public interface Studies {
    /** A code that was never given before, of that calendar year. Codes of rolled-back requests are not given again. */
    StudyCode newCode(int year);

    /** Adds a new request. */
    void add(Study study, AuditEntry entry);

    /** The request, or empty where there is none. */
    Optional<Study> find(StudyId id);

    /** The request, held against every other change until the transaction ends. @throws StudyRefused.Unknown without it */
    Study hold(StudyId id);

    /** Replaces state, round and content of a request that is held. */
    void change(Study study, AuditEntry entry);

    /** Adds a review and takes the request to the state that follows from it. */
    void review(Study after, Review review, AuditEntry entry);

    /** The reviews of every round, oldest first. */
    List<Review> reviews(StudyId id);

    /** The requests in which the person is applicant or team member, newest first, at most 500. */
    List<StudyOverview> ofTeam(StaffId person);

    /** The requests that were ever handed in, those that wait for a review first and oldest first, at most 500. */
    List<StudyOverview> handedIn();
}
