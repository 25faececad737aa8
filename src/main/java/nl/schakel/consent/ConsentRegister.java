package nl.schakel.consent;

import java.time.Instant;
import java.util.List;
import nl.schakel.audit.AuditEntry;
import nl.schakel.pseudonym.PersonKey;

/** Port: the decisions recorded by the school that acts, in the running transaction of the school zone. */
public interface ConsentRegister {
    /** Adds decisions. */
    void record(List<NewDecision> decisions, AuditEntry entry);

    /** Whether the school's own decisions allow the instrument for this pupil at the moment. */
    boolean effective(PersonKey person, Purpose purpose, Instrument instrument, Instant at);

    /** The newest decisions, newest first. */
    List<Decision> newest(int most);
}
