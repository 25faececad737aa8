package nl.schakel.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Reads what the log says of one pupil, beside a use case that works in another zone and writes the entry of both. */
@Dependent
public class ReadSubjectLog {
    private final SubjectLog log;

    /** Reads this log. */
    @Inject
    public ReadSubjectLog(SubjectLog log) {
        this.log = log;
    }

    /** As {@link SubjectLog#about}, in a transaction of its own. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<LoggedEntry> about(Actor actor, List<Subject> keys, int most) {
        actor.require(Role.PRIVACY_OFFICER);
        return log.about(keys, most);
    }
}
