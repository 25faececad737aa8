package nl.schakel.oversight;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.StaffId;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Token;

/** Port: look-up requests, and the one way from a keyed number to events. Works in the running transaction of the link zone. */
public interface LookUps {
    /** Adds a request. */
    void add(LookUp request, AuditEntry entry);

    /** The request, held against others until the transaction ends. */
    Optional<LookUp> hold(LookUpId id);

    /** Records who approved. */
    void approve(LookUpId id, StaffId by, Instant at, AuditEntry entry);

    /** Records the one use. */
    void use(LookUpId id, Instant at, AuditEntry entry);

    /** Waits for other look-ups of this officer, and counts those since the moment. */
    int usedSince(StaffId officer, Instant since);

    /** How many look-ups an officer may do in a day. */
    int mostPerDay();

    /** The newest requests, newest first. */
    List<LookUp> newest(int most, AuditEntry entry);

    /** All keys of the pupil of this number, the present one first; none where the number is not known. Makes nobody. */
    List<PersonKey> persons(Token linkage);

    /** Everything that was done with the pupil's data, but the log. */
    List<PupilEvent> events(List<PersonKey> persons);
}
