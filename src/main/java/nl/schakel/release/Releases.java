package nl.schakel.release;

import java.util.List;
import java.util.Optional;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.StaffId;
import nl.schakel.extract.ExtractId;

/** Port: releases and their approvals. Every method works in the caller's transaction (zone cold). */
public interface Releases {
    /** Adds a release; its package must be in store. */
    void add(Release release, AuditEntry entry);

    /** The release, or empty where there is none. */
    Optional<Release> find(ReleaseId id);

    /** The release, held until the transaction ends. @throws ReleaseRefused.Unknown without it */
    Release hold(ReleaseId id);

    /** The release of an extract, held until the transaction ends. @throws ReleaseRefused.Unknown without it */
    Release holdOf(ExtractId extract);

    /** Adds an agreement and takes the release to the state that follows from it. */
    void approve(Release after, Approval approval, AuditEntry entry);

    /** Records a download and takes the release to the state that follows from it. */
    void download(Release after, StaffId by, AuditEntry entry);

    /** Takes the release to a final state and removes its package. */
    void close(Release after, String reason, AuditEntry entry);

    /** Whether the person is applicant or team member of the release's study, also after it ended. */
    boolean isTeam(Release release, StaffId person);

    /** Releases of the studies in which the person is applicant or team member, newest first, at most 500. */
    List<Release> ofTeam(StaffId person);

    /** Every release, those that wait for an approval first and oldest first, at most 500. */
    List<Release> all();
}
