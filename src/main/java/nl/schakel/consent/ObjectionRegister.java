package nl.schakel.consent;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.schakel.audit.AuditEntry;
import nl.schakel.pseudonym.PersonKey;

/**
 * Port: the objections of the school that acts. Works in the running transaction of the school zone; another school's
 * objections do not exist for it.
 */
public interface ObjectionRegister {
    /** The objection against this pupil that stands at the moment, if there is one. */
    Optional<Objection> standing(PersonKey person, Instant at);

    /** The objection of this identifier, standing or not. */
    Optional<Objection> find(ObjectionId id);

    /** The pupil against whose data the objection is; empty as for {@link #find}. */
    Optional<PersonKey> person(ObjectionId id);

    /** The newest objections, newest first. */
    List<Objection> newest(int most);

    /** Adds objections by pupil. */
    void record(Map<PersonKey, Objection> objections, AuditEntry entry);

    /** Withdraws a standing objection. */
    void withdraw(ObjectionId id, Instant at, AuditEntry entry);
}
