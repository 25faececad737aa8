package nl.schakel.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.StaffId;
import nl.schakel.pseudonym.PersonKey;

/**
 * Port: the number changes of the school that acts. Works in the running transaction of the school zone. A person is one by
 * number: two numbers of one pupil are two persons, of whom one stands for both. Thread-safe.
 */
public interface NumberChanges {
    /** What came of a report. */
    enum Verdict {
        CHANGED,
        /** The school reported the same before; that change stands. */
        REPEATED,
        /** The school did not deliver the old number. */
        UNKNOWN,
        /** The school reported another change of the old number. */
        CHANGED_BEFORE,
        /** The school reported the same the other way round. */
        TURNED_BACK,
        /** The school delivered the new number for another pupil. */
        OTHER_PUPIL
    }

    /** What came of taking a change back. */
    enum Undoing {
        UNDONE,
        /** It was undone before. */
        AGAIN,
        /** A linkage run used it. */
        SETTLED,
        /** A linkage run is using it now. */
        RUNNING,
        /** The school has no such change. */
        UNKNOWN
    }

    /**
     * What became of a report.
     *
     * @param change the change that stands; of no meaning where nothing was recorded
     * @param person who stands for the pupil now
     */
    record Outcome(Verdict verdict, NumberChangeId change, PersonKey person) {}

    /**
     * Two persons who are one, from a day.
     *
     * @param before by the old number
     * @param after by the new number, another one
     */
    record Pair(PersonKey before, PersonKey after, LocalDate day) {}

    /** Waits for other changes; until the transaction ends no other concerns these persons. */
    void hold(List<PersonKey> persons);

    /** Records a change and joins the persons, or says why not. */
    Outcome change(Pair pair, Instant at, StaffId by);

    /** The two persons of a change; none where the school has no such change. */
    List<PersonKey> persons(NumberChangeId id);

    /** Takes a change back. */
    Undoing undo(NumberChangeId id, Instant at);

    /** Appends the entry of what was done in this transaction. */
    void note(AuditEntry entry);

    /** A change of the school. */
    Optional<NumberChange> find(NumberChangeId id);

    /** The newest changes, newest first. */
    List<NumberChange> newest(int most);
}
